import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { transact } from '#db/index.ts'
import { editionForm } from '#app/features/catalogue/revising/desk-forms.ts'
import { readDraft } from '#app/features/catalogue/revising/drafted-slots.server.ts'
import { editUnderReview } from '#app/features/catalogue/revising/reviewing.server.ts'
import { openRevision, refusedAct, type ActRefused } from '#app/features/catalogue/revising/revision-desk.server.ts'
import { originalOf, otherOf, readTranslation, translated } from '#app/features/catalogue/revising/translating.ts'
import { TranslationPage } from '#app/features/catalogue/revising/ui/translation-page.tsx'
import { formData, typedOf } from '#app/platform/form.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { revision } = await openRevision(request, params)
  return { ...(await readDraft(revision)), done: new URL(request.url).searchParams.get('done') }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { clerk, revision, href } = await openRevision(request, params)
  const form = await formData(request)
  const edition = editionForm.safeParse({ edition: form.get('edition') })
  if (!edition.success) throw new Response(null, { status: 400 })
  const language = otherOf(originalOf(revision.content))
  const read = readTranslation(form, revision.content)
  if (!read.ok) return data<ActRefused>({ kept: { errors: read.errors, typed: typedOf(form) }, refused: null }, 400)
  const saved = await transact((tx) => editUnderReview(tx, clerk, revision.id, edition.data.edition, (before) => translated(before, language, read.value)))
  return saved.ok ? redirect(`${href}/translation?done=translated`) : refusedAct(request, saved.reason)
}

export default function Translation() {
  return <TranslationPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />
}
