import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '#db/index.ts'
import { requireRegistrant } from '#app/features/accounts/gate.server.ts'
import { ownData } from '#app/features/catalogue/tables/exporting.server.ts'
import { inquiriesOfFirm } from '#app/features/inquiries/firm-results.server.ts'
import { now, today } from '#app/platform/clock.ts'
import { download } from '#app/platform/download.ts'
import { localeOf } from '#app/platform/request.server.ts'

/** With people in it, so for the firm alone; the office has the table. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { companyId } = await requireRegistrant(request, localeOf(params))
  const own = await ownData(db, companyId)
  const whole = { exportedAt: now(), ...own, inquiries: (await inquiriesOfFirm(db, companyId)).total }
  return download(`${JSON.stringify(whole, null, 1)}\n`, `databank-${today()}.json`, 'application/json')
}
