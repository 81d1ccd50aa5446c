import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { transact } from '#db/index.ts'
import { privateHeaders } from '#app/features/inquiries/private-headers.ts'
import { openEvent } from '#app/features/projects/surveys/event-page.server.ts'
import { finishEventAnswers } from '#app/features/projects/surveys/events.server.ts'
import { mayAnswer } from '#app/features/projects/surveys/stepping.server.ts'
import { ReviewPage } from '#app/features/projects/surveys/ui/review-page.tsx'

export const headers = privateHeaders

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { device, open, sections, saved, href } = await openEvent(request, params)
  if (!open || !device) throw redirect(href)
  return { sections, answers: saved.answers, href }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { device, href } = await openEvent(request, params)
  if (!device) return redirect(`${href}?lost=1`, 303)
  if (!(await mayAnswer(context.address))) return data({ reason: 'too-often' as const }, 429)
  const done = await transact((tx) => finishEventAnswers(tx, params.slug ?? '', device))
  return done.ok ? redirect(href, 303) : data({ reason: done.reason }, 409)
}

export default function Review() {
  return <ReviewPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.reason} />
}
