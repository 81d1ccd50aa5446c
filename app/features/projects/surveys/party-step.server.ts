import { data, redirect, type ActionFunctionArgs } from '@remix-run/node'
import { transact } from '#db/index.ts'
import { saveAnswers } from './answering.server.ts'
import { openSurvey } from './party-page.server.ts'
import { mayAnswer, takeStep, type StepRefused } from './stepping.server.ts'

export interface StepAnswered {
  refused?: StepRefused
}

/** Saves a page of a party's questionnaire; `pause`: and leads back to its first page. */
export const partyStep =
  (pause: boolean) =>
  async ({ request, params, context }: ActionFunctionArgs) => {
    const { locale, asked, sections, saved, href } = await openSurvey(params)
    if (!(await mayAnswer(context.address))) throw new Response(null, { status: 429 })
    const done = await takeStep(request, sections, saved, params.step ?? '', (sent) => transact((tx) => saveAnswers(tx, asked.recipient.id, { ...sent, locale, via: 'link' })))
    if (done.kind === 'refused') return data<StepAnswered>({ refused: done.refused }, done.status)
    if (done.kind === 'gone') return redirect(href, 303)
    return redirect(pause ? `${href}?done=paused` : done.next ? `${href}/steps/${done.next}` : `${href}/review`, 303)
  }
