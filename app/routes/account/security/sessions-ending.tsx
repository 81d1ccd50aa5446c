import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { transact } from '#db/index.ts'
import { requireHolder } from '#app/features/accounts/gate.server.ts'
import { presentSession } from '#app/features/accounts/lucia.server.ts'
import { endOtherSessions } from '#app/features/accounts/sessions.server.ts'
import { localeOf } from '#app/platform/request.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const holder = await requireHolder(request, locale)
  await transact((tx) => endOtherSessions(tx, holder, presentSession(request)))
  return redirect(`/${locale}/account/security?done=ended`)
}
