import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { discardDraft } from '#app/features/catalogue/revising/drafting.server.ts'
import { ownAct } from '#app/features/catalogue/revising/own-act.server.ts'
import { readAct } from '#app/features/catalogue/revising/own-listing.server.ts'
import { ConfirmPage } from '#app/features/catalogue/ui/editor/confirm-page.tsx'

export const loader = ({ request, params }: LoaderFunctionArgs) => readAct(request, params)

export const action = ownAct('discarded', (tx, { editor, technology }, edition) => discardDraft(tx, editor, technology.id, edition))

export default function Discard() {
  return <ConfirmPage act="discarding" {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} harm />
}
