import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { db } from '#db/index.ts'
import { requireRegistrant } from '#app/features/accounts/gate.server.ts'
import { answerLink } from '#app/features/inquiries/firm-results.server.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'

/** Leads somebody of the firm to the private page of a case, as the letter's link does. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const { companyId } = await requireRegistrant(request, locale)
  const own = await answerLink(db, companyId, params.approach ?? '')
  if (!own) missing()
  throw redirect(own.token ? `/${locale}/answers/${own.token}` : `/${locale}/account?done=ended`)
}
