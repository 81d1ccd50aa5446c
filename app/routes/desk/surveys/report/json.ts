import type { LoaderFunctionArgs } from '@remix-run/node'
import { reportJson } from '#app/features/insights/report/files.ts'
import { openReport } from '#app/features/insights/report/opening.server.ts'
import { download } from '#app/platform/download.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  return download(reportJson((await openReport(request, params)).report), 'report.json', 'application/json')
}
