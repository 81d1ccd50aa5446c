import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { db, transact } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { callForm } from '#app/features/projects/candidates/form.ts'
import { listRounds, saveCall } from '#app/features/projects/candidates/rounds.server.ts'
import { again, type ActRefused } from '#app/features/projects/desk/desk-act.server.ts'
import { CallPage } from '#app/features/projects/ui/desk/call-page.tsx'
import { readForm } from '#app/platform/form.server.ts'
import { localeOf } from '#app/platform/request.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireSecretary(request, localeOf(params))
  return { call: null, rounds: await listRounds(db) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const clerk = await requireSecretary(request, locale)
  const read = await readForm(request, callForm)
  if (!read.ok) return data<ActRefused>({ kept: read, refused: null }, 400)
  const saved = await transact((tx) => saveCall(tx, clerk, null, read.value))
  return saved.ok ? redirect(`/${locale}/desk/projects/calls`, 303) : data<ActRefused>(await again(request, saved.reason), 409)
}

export default function NewCall() {
  return <CallPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />
}
