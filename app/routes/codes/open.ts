import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { db } from '#db/index.ts'
import { campaignByCode } from '#app/features/outreach/campaigns/campaigns.server.ts'
import { addressOf, publicPage } from '#app/features/outreach/pages/public-page.server.ts'
import { isLocale } from '#app/platform/locale.ts'

const leadTo = (address: string) => redirect(address, { status: 302, headers: { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow' } })

/** Which of our languages a browser asks for first. */
const languageOf = (request: Request) => /\b(zh|ja)\b/i.exec(request.headers.get('accept-language') ?? '')?.[1]?.toLowerCase() ?? 'ja'

/** A printed code: counted, and led on. One that leads nowhere leads to a page that helps. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const typed = params.code ?? ''
  const campaign = await campaignByCode(db, typed)
  if (!campaign || !isLocale(campaign.language)) return leadTo(`/${languageOf(request)}/codes?of=${encodeURIComponent(typed)}`)
  const locale = campaign.language
  if (!campaign.endedAt) {
    if (request.method === 'GET') context.count({ kind: 'scan', language: locale, subjects: [campaign.id] })
    const page = await publicPage(db, locale, campaign.target)
    if (page) return leadTo(addressOf(page))
  }
  return leadTo(`/${locale}/codes?of=${campaign.code}`)
}
