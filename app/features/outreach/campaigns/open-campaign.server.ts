import type { Params } from '@remix-run/react'
import { db } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { env } from '#app/platform/env.server.ts'
import { isLocale, type Locale } from '#app/platform/locale.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'
import { readCampaign } from './campaigns.server.ts'

/** The code of an address of the desk, and who asks for it; anything else is not found. */
export async function openCampaign(request: Request, params: Params) {
  const locale = localeOf(params)
  const clerk = await requireSecretary(request, locale)
  const campaign = (await readCampaign(db, params.id ?? '')) ?? missing()
  const language: Locale = isLocale(campaign.language) ? campaign.language : 'ja'
  return { locale, clerk, campaign, language, href: `/${locale}/desk/campaigns/${campaign.id}`, address: `${env.originOf[language]}/q/${campaign.code}` }
}
