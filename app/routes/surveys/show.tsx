import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { privateHeaders } from '#app/features/inquiries/private-headers.ts'
import { readProject } from '#app/features/projects/register.server.ts'
import { openSurvey } from '#app/features/projects/surveys/party-page.server.ts'
import { overview } from '#app/features/projects/surveys/stepping.server.ts'
import { PartyPage } from '#app/features/projects/surveys/ui/party-page.tsx'
import { i18nOf, isLocale } from '#app/platform/locale.ts'
import { missing } from '#app/platform/request.server.ts'

export const headers = privateHeaders
export const meta: MetaFunction = ({ params }) => [{ title: i18nOf[isLocale(params.locale) ? params.locale : 'ja'].t('surveys:desk.title') }, { name: 'robots', content: 'noindex, nofollow' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { asked, sections, saved, href } = await openSurvey(params)
  const project = (await readProject(db, asked.project.slug)) ?? missing()
  const done = new URL(request.url).searchParams.get('done')
  return {
    href,
    project,
    round: { ja: asked.round.nameJa, zh: asked.round.nameZh },
    closesOn: asked.round.closesOn,
    party: { ja: asked.party.nameJa, zh: asked.party.nameZh },
    state: asked.recipient.state,
    steps: overview(sections, saved),
    done: done === 'paused' ? ('paused' as const) : done === 'corrected' ? ('corrected' as const) : null,
  }
}

export default function Survey() {
  return <PartyPage {...useLoaderData<typeof loader>()} />
}
