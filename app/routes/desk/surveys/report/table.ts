import type { LoaderFunctionArgs } from '@remix-run/node'
import { tablesOf } from '#app/features/insights/report/document.ts'
import { csvName, tableCsv } from '#app/features/insights/report/files.ts'
import { openReport } from '#app/features/insights/report/opening.server.ts'
import { download } from '#app/platform/download.ts'
import { missing } from '#app/platform/request.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { report } = await openReport(request, params)
  const table = tablesOf(report).find((one) => csvName(one) === params.table) ?? missing()
  return download(tableCsv(report, table), csvName(table), 'text/csv')
}
