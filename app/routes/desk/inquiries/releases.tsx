import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { db, transact } from '#db/index.ts'
import { openDeskCase } from '#app/features/inquiries/desk-act.server.ts'
import { releaseDocument, releasesOf, requestableDocuments } from '#app/features/inquiries/releasing/releases.server.ts'
import { ReleasesPage } from '#app/features/inquiries/ui/releases-page.tsx'
import { formData, readForm, typedOf, type FormState } from '#app/platform/form.server.ts'

const releaseForm = z.object({ document: z.string({ error: 'choose' }).min(1, 'choose').max(64, 'invalid'), seen: z.literal('on').optional() })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, href } = await openDeskCase(request, params)
  const [documents, past] = await Promise.all([requestableDocuments(db, inquiry.id), releasesOf(db, inquiry.id)])
  // The link itself is the buyer's; the desk sees whether it still opens.
  const releases = past.map(({ token, ...release }) => ({ ...release, open: token !== null }))
  return { href, ticket: inquiry.ticket, documents, releases, done: new URL(request.url).searchParams.get('done') }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { clerk, inquiry, href } = await openDeskCase(request, params)
  const read = await readForm(request, releaseForm)
  if (!read.ok) return data<FormState>({ errors: read.errors, typed: read.typed }, 400)
  const { document, seen } = read.value
  const released = await transact((tx) => releaseDocument(tx, clerk, inquiry.id, document, { exportControl: seen === 'on' }))
  if (released.ok) return redirect(`${href}/releases?done=released`)
  const field = released.reason === 'export-control' ? 'seen' : 'document'
  return data<FormState>({ errors: { [field]: [released.reason] }, typed: typedOf(await formData(request)) }, 409)
}

export default function Releases() {
  return <ReleasesPage {...useLoaderData<typeof loader>()} kept={useActionData<typeof action>()} />
}
