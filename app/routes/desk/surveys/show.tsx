import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { openDeskRound } from '#app/features/projects/surveys/desk-open.server.ts'
import { countResponses, readRecipients } from '#app/features/projects/surveys/rounds.server.ts'
import { DeskRoundPage } from '#app/features/projects/surveys/ui/desk-round-page.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale, round, version, questionnaire, href } = await openDeskRound(request, params)
  return {
    round, questionnaire, href,
    version: version.version,
    list: `/${locale}/desk/surveys`,
    recipients: await readRecipients(db, round.id),
    publicHref: round.slug && `/${locale}/event-surveys/${round.slug}`,
    begun: await countResponses(db, round.id),
    refused: new URL(request.url).searchParams.get('refused'),
  }
}

export default function Round() {
  return <DeskRoundPage {...useLoaderData<typeof loader>()} />
}
