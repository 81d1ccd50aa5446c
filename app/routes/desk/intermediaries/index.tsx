import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { db, transact } from '#db/index.ts'
import { requireManager, requireSecretary } from '#app/features/accounts/gate.server.ts'
import { recognisingForm } from '#app/features/inquiries/casework-form.ts'
import { readRecognised, recogniseContact } from '#app/features/inquiries/recognising.server.ts'
import { RecognisedPage } from '#app/features/inquiries/ui/recognised-page.tsx'
import { readForm } from '#app/platform/form.server.ts'
import { localeOf } from '#app/platform/request.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const clerk = await requireSecretary(request, localeOf(params))
  return { contacts: await readRecognised(db), manager: clerk.role === 'manager', done: new URL(request.url).searchParams.get('done') }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const manager = await requireManager(request, locale)
  const read = await readForm(request, recognisingForm)
  if (!read.ok) return data({ kept: read }, 400)
  await transact((tx) => recogniseContact(tx, manager, read.value))
  return redirect(`/${locale}/desk/intermediaries?done=added`)
}

export default function Intermediaries() {
  return <RecognisedPage {...useLoaderData<typeof loader>()} kept={useActionData<typeof action>()?.kept ?? null} />
}
