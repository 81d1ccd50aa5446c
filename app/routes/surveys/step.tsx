import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { privateHeaders } from '#app/features/inquiries/private-headers.ts'
import { openSurvey } from '#app/features/projects/surveys/party-page.server.ts'
import { partyStep, type StepAnswered } from '#app/features/projects/surveys/party-step.server.ts'
import { showStep } from '#app/features/projects/surveys/stepping.server.ts'
import { StepPage } from '#app/features/projects/surveys/ui/step-page.tsx'
import { i18nOf, isLocale } from '#app/platform/locale.ts'

export const headers = privateHeaders
export const meta: MetaFunction = ({ params }) => [{ title: i18nOf[isLocale(params.locale) ? params.locale : 'ja'].t('surveys:desk.title') }, { name: 'robots', content: 'noindex, nofollow' }]

export async function loader({ params }: LoaderFunctionArgs) {
  const { sections, saved, href, asked } = await openSurvey(params)
  const step = asked.recipient.state === 'refused' ? null : showStep(sections, saved, params.step ?? '')
  if (!step) throw redirect(href)
  return { step, href }
}

export const action = partyStep(false)

export default function Step() {
  return <StepPage {...useLoaderData<typeof loader>()} refused={useActionData<StepAnswered>()?.refused} />
}
