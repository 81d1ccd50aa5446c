import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { transact } from '#db/index.ts'
import { sessionForm } from '#app/features/accounts/form.ts'
import { requireHolder } from '#app/features/accounts/gate.server.ts'
import { endSessionOf } from '#app/features/accounts/sessions.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { localeOf } from '#app/platform/request.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const holder = await requireHolder(request, locale)
  const form = await readForm(request, sessionForm)
  if (!form.ok) throw new Response(null, { status: 400 })
  await transact((tx) => endSessionOf(tx, holder, form.value.session))
  return redirect(`/${locale}/account/security?done=ended`)
}
