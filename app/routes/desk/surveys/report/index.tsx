import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { tablesOf } from '#app/features/insights/report/document.ts'
import { openReport } from '#app/features/insights/report/opening.server.ts'
import { ReportPage } from '#app/features/insights/report/ui/report-page.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { href, round, wanted, report } = await openReport(request, params)
  return { href, round, wanted, name: report.round.name, tables: tablesOf(report).map(({ name, title }) => ({ name, title })) }
}

export default function ReportOfRound() {
  return <ReportPage {...useLoaderData<typeof loader>()} />
}
