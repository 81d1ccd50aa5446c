import { db } from '#db/index.ts'
import { readLink, type Purpose } from '#app/platform/links.server.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'

/** Opens a private page for whoever holds its link: a buyer's receipt (an inquiry) or a firm's answer (an approach). */
export async function openPrivatePage(purpose: Exclude<Purpose, 'activation'>, params: { locale?: string; token?: string }) {
  const locale = localeOf(params)
  const token = params.token ?? ''
  const link = await readLink(db, purpose, token)
  if (!link) missing()
  return { locale, token, subject: link.subject, href: `/${locale}/${purpose === 'receipt' ? 'receipts' : 'answers'}/${token}` }
}
