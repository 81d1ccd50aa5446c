import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { transact } from '#db/index.ts'
import { finishAnswers } from '#app/features/projects/surveys/answering.server.ts'
import { openDeskRecipient } from '#app/features/projects/surveys/desk-open.server.ts'
import { ReviewPage } from '#app/features/projects/surveys/ui/review-page.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { sections, saved, recipientHref: href } = await openDeskRecipient(request, params)
  return { sections, answers: saved.answers, href }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { locale, clerk, asked, recipientHref } = await openDeskRecipient(request, params)
  const done = await transact((tx) => finishAnswers(tx, asked.recipient.id, locale, clerk))
  return done.ok ? redirect(recipientHref) : data({ reason: done.reason }, 409)
}

export default function Review() {
  return <ReviewPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.reason} />
}
