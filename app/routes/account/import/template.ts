import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '#db/index.ts'
import { requireHolder } from '#app/features/accounts/gate.server.ts'
import { templateCsv } from '#app/features/catalogue/tables/exporting.server.ts'
import { download } from '#app/platform/download.ts'
import { localeOf } from '#app/platform/request.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  await requireHolder(request, locale)
  return download(await templateCsv(db, locale), 'technologies-template.csv', 'text/csv')
}
