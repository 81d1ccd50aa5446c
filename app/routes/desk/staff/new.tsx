import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { transact } from '#db/index.ts'
import { invitationForm } from '#app/features/accounts/form.ts'
import { requireManager } from '#app/features/accounts/gate.server.ts'
import { inviteStaff } from '#app/features/accounts/staffing.server.ts'
import { InvitationPage } from '#app/features/accounts/ui/invitation-page.tsx'
import { formData, readForm, refuse } from '#app/platform/form.server.ts'
import { localeOf } from '#app/platform/request.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireManager(request, localeOf(params))
  return null
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const manager = await requireManager(request, locale)
  const form = await readForm(request, invitationForm)
  if (!form.ok) return data(form, 400)
  const invited = await transact((tx) => inviteStaff(tx, manager, form.value))
  return invited.ok ? redirect(`/${locale}/desk/staff/${invited.id}?done=invited`) : data(refuse(await formData(request), 'email', invited.reason), 409)
}

export default function NewStaff() {
  return <InvitationPage kept={useActionData<typeof action>()} />
}
