import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { isIndustry } from '#app/features/catalogue/industries.ts'
import { landingHead } from '#app/features/outreach/landing/head.ts'
import { readLanding } from '#app/features/outreach/landing/landing.server.ts'
import { LandingPage } from '#app/features/outreach/landing/ui/landing-page.tsx'
import { headOf } from '#app/platform/head.ts'
import { isLocale } from '#app/platform/locale.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'

/** A field, or a field in one industry: where search engines lead people who type what their plant lacks. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  context.share()
  const locale = localeOf(params)
  const { field = '', industry = null } = params
  if (industry !== null && !isIndustry(industry)) missing()
  return { landing: (await readLanding(db, field, industry, locale)) ?? missing() }
}

export const meta: MetaFunction<typeof loader> = (asked) => headOf(asked, asked.data && landingHead(asked.data.landing, isLocale(asked.params.locale) ? asked.params.locale : 'ja'))

export const handle = { shared: meta }

export default function Landing() {
  return <LandingPage {...useLoaderData<typeof loader>()} />
}
