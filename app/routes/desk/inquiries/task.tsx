import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { db, transact } from '#db/index.ts'
import { attemptForm } from '#app/features/inquiries/casework-form.ts'
import { countryOf, localDay, localTime, momentAt } from '#app/features/inquiries/calendar/working-days.ts'
import { openDeskCase, type ActRefused } from '#app/features/inquiries/desk-act.server.ts'
import { privateHeaders } from '#app/features/inquiries/private-headers.ts'
import { logAttempt, readTask } from '#app/features/inquiries/tasks.server.ts'
import { wordsForTask } from '#app/features/inquiries/telling-by-hand.server.ts'
import { TaskPage } from '#app/features/inquiries/ui/task-page.tsx'
import { now } from '#app/platform/clock.ts'
import { readForm } from '#app/platform/form.server.ts'
import { missing } from '#app/platform/request.server.ts'

export const headers = privateHeaders

async function openTaskPage(request: Request, params: LoaderFunctionArgs['params']) {
  const opened = await openDeskCase(request, params)
  const task = await readTask(db, opened.inquiry.id, params.task ?? '')
  if (!task) missing()
  return { ...opened, task, country: countryOf(opened.inquiry.office) }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, task, href, country } = await openTaskPage(request, params)
  const at = now()
  const told = await wordsForTask(db, inquiry, task, task.firm?.locale === 'zh' ? 'zh' : 'ja')
  return { task, ticket: inquiry.ticket, href, told, country, now: `${localDay(at, country)}T${localTime(at, country)}` }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { clerk, task, href, country } = await openTaskPage(request, params)
  const read = await readForm(request, attemptForm)
  if (!read.ok) return data<ActRefused>({ kept: read, refused: null }, 400)
  const { channel, reached, note } = read.value
  const at = momentAt(read.value.at.slice(0, 10), read.value.at.slice(11, 16), country) ?? now()
  const moved = await transact((tx) => logAttempt(tx, clerk, task.id, { channel, at, reached: reached === 'yes', note }))
  return redirect(moved.ok ? `${href}?done=attempt` : href)
}

export default function Task() {
  return <TaskPage {...useLoaderData<typeof loader>()} kept={useActionData<typeof action>()?.kept ?? null} />
}
