import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { transact } from '#db/index.ts'
import { privateHeaders } from '#app/features/inquiries/private-headers.ts'
import { finishAnswers } from '#app/features/projects/surveys/answering.server.ts'
import { openSurvey } from '#app/features/projects/surveys/party-page.server.ts'
import { mayAnswer } from '#app/features/projects/surveys/stepping.server.ts'
import { ReviewPage } from '#app/features/projects/surveys/ui/review-page.tsx'

export const headers = privateHeaders

export async function loader({ params }: LoaderFunctionArgs) {
  const { sections, saved, href } = await openSurvey(params)
  return { sections, answers: saved.answers, href }
}

export async function action({ params, context }: ActionFunctionArgs) {
  const { locale, asked, href } = await openSurvey(params)
  if (!(await mayAnswer(context.address))) return data({ reason: 'too-often' as const }, 429)
  const done = await transact((tx) => finishAnswers(tx, asked.recipient.id, locale, 'party'))
  return done.ok ? redirect(href, 303) : data({ reason: done.reason }, 409)
}

export default function Review() {
  return <ReviewPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.reason} />
}
