import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { openDeskRecipient } from '#app/features/projects/surveys/desk-open.server.ts'
import { deskStep } from '#app/features/projects/surveys/desk-step.server.ts'
import type { StepAnswered } from '#app/features/projects/surveys/party-step.server.ts'
import { showStep } from '#app/features/projects/surveys/stepping.server.ts'
import { StepPage } from '#app/features/projects/surveys/ui/step-page.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { sections, saved, recipientHref: href } = await openDeskRecipient(request, params)
  const step = showStep(sections, saved, params.step ?? '')
  if (!step) throw redirect(href)
  return { step, href }
}

export const action = deskStep(false)

export default function Step() {
  return <StepPage {...useLoaderData<typeof loader>()} refused={useActionData<StepAnswered>()?.refused} />
}
