import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { transact } from '#db/index.ts'
import { dropAddress } from '#app/features/accounts/address.server.ts'
import { requireHolder } from '#app/features/accounts/gate.server.ts'
import { localeOf } from '#app/platform/request.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const holder = await requireHolder(request, locale)
  await transact((tx) => dropAddress(tx, holder))
  return redirect(`/${locale}/account/security?done=dropped`)
}
