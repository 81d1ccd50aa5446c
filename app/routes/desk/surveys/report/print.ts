import type { LoaderFunctionArgs } from '@remix-run/node'
import { openReport } from '#app/features/insights/report/opening.server.ts'
import { paperPolicy, reportHtml } from '#app/features/insights/report/printing.server.tsx'
import { download } from '#app/platform/download.ts'

/** The report as it is printed: to be read here, or with `?file` to be kept. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { report } = await openReport(request, params)
  const html = reportHtml(report)
  if (new URL(request.url).searchParams.has('file')) return download(html, 'report.html', 'text/html')
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store', 'Content-Security-Policy': paperPolicy() } })
}
