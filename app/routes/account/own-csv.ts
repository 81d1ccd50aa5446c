import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '#db/index.ts'
import { openFirm } from '#app/features/catalogue/tables/firm.server.ts'
import { ownCsv } from '#app/features/catalogue/tables/exporting.server.ts'
import { today } from '#app/platform/clock.ts'
import { download } from '#app/platform/download.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { editor, locale } = await openFirm(request, params)
  return download(await ownCsv(db, editor.companyId, locale), `technologies-${today()}.csv`, 'text/csv')
}
