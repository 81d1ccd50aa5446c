import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { transact } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { unmergeBodies } from '#app/features/projects/life/parties.server.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const clerk = await requireSecretary(request, locale)
  const parted = await transact((tx) => unmergeBodies(tx, clerk, params.merger ?? ''))
  if (!parted.ok) missing()
  return redirect(`/${locale}/desk/projects?done=parted`, 303)
}
