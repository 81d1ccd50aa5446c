import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deleteTechnology } from '#app/features/catalogue/revising/withdrawing.server.ts'
import { afterwards, ownAct } from '#app/features/catalogue/revising/own-act.server.ts'
import { readAct } from '#app/features/catalogue/revising/own-listing.server.ts'
import { ConfirmPage } from '#app/features/catalogue/ui/editor/confirm-page.tsx'

export const loader = ({ request, params }: LoaderFunctionArgs) => readAct(request, params)

export const action = ownAct('deleted', (tx, { editor, technology }) => deleteTechnology(tx, editor, technology.id), afterwards)

export default function Delete() {
  return <ConfirmPage act="deletion" {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} harm />
}
