import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { transact } from '#db/index.ts'
import { signOffForm } from '#app/features/catalogue/revising/desk-forms.ts'
import { openOwnListing } from '#app/features/catalogue/revising/own-listing.server.ts'
import { refusedAct, type ActRefused } from '#app/features/catalogue/revising/revision-desk.server.ts'
import { signOff, unsignedLanguages } from '#app/features/catalogue/revising/signing.server.ts'
import { slotsToTranslate } from '#app/features/catalogue/revising/translating.ts'
import { SignOffPage } from '#app/features/catalogue/revising/ui/sign-off-page.tsx'
import { readForm } from '#app/platform/form.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { editor, technology, working, published } = await openOwnListing(request, params)
  const content = (working ?? published)?.content
  const waits = working?.state === 'submitted' && !working.translationWanted
  return {
    technologyId: technology.id,
    name: content?.name ?? { ja: null, zh: null },
    edition: working?.edition ?? 0,
    slots: content ? slotsToTranslate(content) : [],
    open: waits ? unsignedLanguages(working) : [],
    asked: Boolean(working?.signOffAskedAt),
    person: editor.person.name,
    office: editor.office,
    done: new URL(request.url).searchParams.get('done'),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { editor, technology, home } = await openOwnListing(request, params)
  const read = await readForm(request, signOffForm)
  if (!read.ok) return data<ActRefused>({ kept: read, refused: null }, 400)
  const signed = await transact((tx) => signOff(tx, editor, technology.id, read.value.edition, read.value.language))
  return signed.ok ? redirect(`${home}/sign-off?done=signed`) : refusedAct(request, signed.reason)
}

export default function SignOff() {
  return <SignOffPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />
}
