import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { transact } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { unmergeBodies } from '#app/features/projects/life/parties.server.ts'
import { localeOf } from '#app/platform/request.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const clerk = await requireSecretary(request, locale)
  await transact((tx) => unmergeBodies(tx, clerk, params.merger ?? ''))
  return redirect(`/${locale}/desk/projects?done=parted`, 303)
}
