import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { showAgain } from '#app/features/catalogue/revising/withdrawing.server.ts'
import { ownAct } from '#app/features/catalogue/revising/own-act.server.ts'
import { readAct } from '#app/features/catalogue/revising/own-listing.server.ts'
import { ConfirmPage } from '#app/features/catalogue/ui/editor/confirm-page.tsx'

export const loader = ({ request, params }: LoaderFunctionArgs) => readAct(request, params)

export const action = ownAct('shown', (tx, { editor, technology }) => showAgain(tx, editor, technology.id))

export default function ShowAgain() {
  return <ConfirmPage act="showing" {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />
}
