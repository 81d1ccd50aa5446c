import { data, redirect, type ActionFunctionArgs } from '@remix-run/node'
import { db, transact } from '#db/index.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'
import { responseOfDevice, savedOf, takesAnswers } from './answering.server.ts'
import { deviceOf, readEvent, saveEventAnswers } from './events.server.ts'
import type { StepAnswered } from './party-step.server.ts'
import { mayAnswer, takeStep } from './stepping.server.ts'

/** Opens an event's questionnaire as this device has left it. */
export async function openEvent(request: Request, params: { locale?: string; slug?: string }) {
  const locale = localeOf(params)
  const event = (await readEvent(db, params.slug ?? '')) ?? missing()
  const device = deviceOf(request, event.round.id)
  const response = device ? await responseOfDevice(db, event.round.id, device) : null
  return { locale, event, device, response, open: takesAnswers(event.round), sections: event.version.sections, saved: savedOf(response), href: `/${locale}/event-surveys/${event.round.slug}` }
}

/** Saves a page of a device; one that has lost its cookie begins anew. */
export const eventStep =
  (pause: boolean) =>
  async ({ request, params, context }: ActionFunctionArgs) => {
    const { locale, device, open, sections, saved, href } = await openEvent(request, params)
    if (!open || !device) return redirect(`${href}?lost=1`, 303)
    if (!(await mayAnswer(context.address))) throw new Response(null, { status: 429 })
    const done = await takeStep(request, sections, saved, params.step ?? '', (sent) => transact((tx) => saveEventAnswers(tx, params.slug ?? '', device, { ...sent, locale })))
    if (done.kind === 'refused') return data<StepAnswered>({ refused: done.refused }, done.status)
    if (done.kind === 'gone') return redirect(href, 303)
    return redirect(pause ? href : done.next ? `${href}/steps/${done.next}` : `${href}/review`, 303)
  }
