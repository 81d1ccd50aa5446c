import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { db, transact } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { readLogo, removeLogo } from '#app/features/outreach/flyers/logos.server.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'

/** Opened by itself, the address leads to the list. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  await requireSecretary(request, locale)
  return (await readLogo(db, params.logo ?? '')) ? redirect(`/${locale}/desk/flyers`) : missing()
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const clerk = await requireSecretary(request, locale)
  const removed = await transact((tx) => removeLogo(tx, clerk, params.logo ?? ''))
  return removed ? redirect(`/${locale}/desk/flyers?done=removed`, 303) : missing()
}
