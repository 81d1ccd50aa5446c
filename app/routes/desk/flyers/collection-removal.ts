import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { db, transact } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { hasCollection, removeCollection } from '#app/features/outreach/flyers/collections.server.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'

/** Opened by itself, the address leads to the list. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  await requireSecretary(request, locale)
  return (await hasCollection(db, params.collection ?? '')) ? redirect(`/${locale}/desk/flyers`) : missing()
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const clerk = await requireSecretary(request, locale)
  const removed = await transact((tx) => removeCollection(tx, clerk, params.collection ?? ''))
  return removed ? redirect(`/${locale}/desk/flyers?done=removed`, 303) : missing()
}
