import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { db, transact } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { again, type ActRefused } from '#app/features/projects/desk/desk-act.server.ts'
import { mergingForm } from '#app/features/projects/life/form.ts'
import { listBodies, mergeBodies, readBody } from '#app/features/projects/life/parties.server.ts'
import { BodyPage } from '#app/features/projects/ui/desk/body-page.tsx'
import { readForm } from '#app/platform/form.server.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  await requireSecretary(request, locale)
  const body = await readBody(db, params.key ?? '')
  if (!body) missing()
  return { body, others: await listBodies(db, body.key), home: `/${locale}/desk/projects`, done: new URL(request.url).searchParams.get('done') }
}

/** Puts every row of this body under another one. */
export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const clerk = await requireSecretary(request, locale)
  const read = await readForm(request, mergingForm)
  if (!read.ok) return data<ActRefused>({ kept: read, refused: null }, 400)
  const merged = await transact((tx) => mergeBodies(tx, clerk, params.key ?? '', read.value.into))
  return merged.ok ? redirect(`/${locale}/desk/projects/parties/${read.value.into}?done=merged`, 303) : data<ActRefused>(await again(request, merged.reason), 409)
}

export default function Body() {
  return <BodyPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />
}
