import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { transact } from '#db/index.ts'
import { askForAddress, mayChangeAddress } from '#app/features/accounts/address.server.ts'
import { addressForm } from '#app/features/accounts/form.ts'
import { requireHolder } from '#app/features/accounts/gate.server.ts'
import { knowsPassword } from '#app/features/accounts/passwords.server.ts'
import { PresentPassword } from '#app/features/accounts/ui/new-password.tsx'
import { formData, readForm, refuse } from '#app/platform/form.server.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { email } = await requireHolder(request, localeOf(params))
  return { email }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const holder = await requireHolder(request, locale)
  const form = await readForm(request, addressForm)
  if (!form.ok) return data(form, 400)
  const typed = await formData(request)
  const known = await knowsPassword(holder.id, form.value.presentPassword)
  if (!known.ok) return data(refuse(typed, 'presentPassword', known.reason), 400)
  if (form.value.email === holder.email) return data(refuse(typed, 'email', 'same'), 400)
  if (!(await mayChangeAddress(holder.id))) return data(refuse(typed, 'email', 'tooMany'), 429)
  await transact((tx) => askForAddress(tx, holder, form.value.email))
  return redirect(`/${locale}/account/security?done=email`)
}

export default function Email() {
  const { t, i18n } = useTranslation('security')
  const { email } = useLoaderData<typeof loader>()
  const kept = useActionData<typeof action>()
  return (
    <Sheet title={t('email.title')} lead={t('email.lead', { email })} back={{ href: `/${i18n.language}/account/security`, label: t('overview.title') }}>
      <form method="post">
        <TextField name="email" type="email" label={t('email.new')} hint={t('email.hint')} autoComplete="email" inputMode="email" required kept={kept} say={(key) => t(`errors.${key as 'required'}`)} />
        <PresentPassword kept={kept} />
        <Button wide>{t('email.send')}</Button>
      </form>
    </Sheet>
  )
}
