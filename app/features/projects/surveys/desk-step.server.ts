import { data, redirect, type ActionFunctionArgs } from '@remix-run/node'
import { transact } from '#db/index.ts'
import { saveAnswers } from './answering.server.ts'
import { openDeskRecipient } from './desk-open.server.ts'
import type { StepAnswered } from './party-step.server.ts'
import { takeStep } from './stepping.server.ts'

/** What the secretary heard on the phone, written into the party's own answers and marked so. */
export const deskStep =
  (pause: boolean) =>
  async ({ request, params }: ActionFunctionArgs) => {
    const { locale, asked, sections, saved, recipientHref: href } = await openDeskRecipient(request, params)
    const done = await takeStep(request, sections, saved, params.step ?? '', (sent) => transact((tx) => saveAnswers(tx, asked.recipient.id, { ...sent, locale, via: 'phone' })))
    if (done.kind === 'refused') return data<StepAnswered>({ refused: done.refused }, done.status)
    if (done.kind === 'gone') return redirect(`${href}?refused=closed`)
    return redirect(pause ? href : done.next ? `${href}/steps/${done.next}` : `${href}/review`)
  }
