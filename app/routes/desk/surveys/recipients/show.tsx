import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { named } from '#app/features/catalogue/naming.ts'
import { waitsFor } from '#app/features/projects/standing/survey-words.server.ts'
import { takesAnswers } from '#app/features/projects/surveys/answering.server.ts'
import { openDeskRecipient } from '#app/features/projects/surveys/desk-open.server.ts'
import { overview } from '#app/features/projects/surveys/stepping.server.ts'
import { RecipientPage } from '#app/features/projects/surveys/ui/recipient-page.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale, asked, saved, sections, href, recipientHref } = await openDeskRecipient(request, params)
  const { recipient, party, project, round, response } = asked
  return {
    back: href,
    href: recipientHref,
    party: named({ ja: party.nameJa, zh: party.nameZh }, locale).text,
    title: named({ ja: project.titleJa, zh: project.titleZh }, locale).text,
    state: recipient.state, how: recipient.how, reminders: recipient.reminders, reason: recipient.reason, remark: recipient.remark, sentAt: recipient.sentAt,
    project: `/${locale}/desk/projects/${project.id}`,
    waiting: response !== null && (await waitsFor(db, project.id, response.id)),
    via: response?.via ?? null,
    open: takesAnswers(round),
    answers: saved.answers,
    sections,
    first: overview(sections, saved).find(({ done }) => !done)?.key ?? null,
    refused: new URL(request.url).searchParams.get('refused'),
  }
}

export default function Recipient() {
  return <RecipientPage {...useLoaderData<typeof loader>()} />
}
