import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { privateHeaders } from '#app/features/inquiries/private-headers.ts'
import { eventStep, openEvent } from '#app/features/projects/surveys/event-page.server.ts'
import type { StepAnswered } from '#app/features/projects/surveys/party-step.server.ts'
import { showStep } from '#app/features/projects/surveys/stepping.server.ts'
import { StepPage } from '#app/features/projects/surveys/ui/step-page.tsx'

export const headers = privateHeaders

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { device, open, sections, saved, href } = await openEvent(request, params)
  const step = open && device ? showStep(sections, saved, params.step ?? '') : null
  if (!step) throw redirect(href)
  return { step, href }
}

export const action = eventStep(false)

export default function Step() {
  return <StepPage {...useLoaderData<typeof loader>()} refused={useActionData<StepAnswered>()?.refused} />
}
