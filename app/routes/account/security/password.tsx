import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { transact } from '#db/index.ts'
import { passwordForm } from '#app/features/accounts/form.ts'
import { requireHolder } from '#app/features/accounts/gate.server.ts'
import { presentSession } from '#app/features/accounts/lucia.server.ts'
import { hashPassword } from '#app/features/accounts/password.server.ts'
import { changePassword, knowsPassword } from '#app/features/accounts/passwords.server.ts'
import { NewPassword, PresentPassword } from '#app/features/accounts/ui/new-password.tsx'
import { formData, readForm, refuse } from '#app/platform/form.server.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { email } = await requireHolder(request, localeOf(params))
  return { email }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const holder = await requireHolder(request, locale)
  const form = await readForm(request, passwordForm)
  if (!form.ok) return data(form, 400)
  const known = await knowsPassword(holder.id, form.value.presentPassword)
  if (!known.ok) return data(refuse(await formData(request), 'presentPassword', known.reason), 400)
  const passwordHash = await hashPassword(form.value.password)
  await transact((tx) => changePassword(tx, holder.id, passwordHash, presentSession(request)))
  return redirect(`/${locale}/account/security?done=password`)
}

export default function Password() {
  const { t, i18n } = useTranslation('security')
  const { email } = useLoaderData<typeof loader>()
  const kept = useActionData<typeof action>()
  return (
    <Sheet title={t('password.title')} lead={t('overview.password.text')} back={{ href: `/${i18n.language}/account/security`, label: t('overview.title') }}>
      <form method="post">
        <PresentPassword kept={kept} />
        <NewPassword email={email} kept={kept} />
        <Button wide>{t('password.send')}</Button>
      </form>
    </Sheet>
  )
}
