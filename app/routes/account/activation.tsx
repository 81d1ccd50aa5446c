import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { readActivation } from '#app/features/accounts/data.server.ts'
import { activationForm } from '#app/features/accounts/form.ts'
import { startSession } from '#app/features/accounts/lucia.server.ts'
import { activate } from '#app/features/accounts/mutations.server.ts'
import { hashPassword } from '#app/features/accounts/password.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { i18nOf, isLocale } from '#app/platform/locale.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta: MetaFunction = ({ params }) => [
  { title: i18nOf[isLocale(params.locale) ? params.locale : 'ja'].t('accounts:activation.title') },
  { name: 'robots', content: 'noindex' },
]
export const headers = () => ({ 'Cache-Control': 'no-store' })

export async function loader({ params }: LoaderFunctionArgs) {
  localeOf(params)
  const found = await readActivation(db, params.token!)
  if (!found) return data(null, 410)
  return data({ name: found.user.name, email: found.user.email })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const found = await readActivation(db, params.token!)
  if (!found) return data(null, 410)
  const form = await readForm(request, activationForm)
  if (!form.ok) return data(form, 400)
  const passwordHash = await hashPassword(form.value.password)
  const used = await transact((tx) => activate(tx, found.link, found.user.id, passwordHash))
  if (!used.ok) return data(null, 410)
  return redirect(`/${locale}/desk`, { headers: { 'Set-Cookie': await startSession(found.user.id, request) } })
}

export default function Activation() {
  const { t, i18n } = useTranslation('accounts')
  const account = useLoaderData<typeof loader>()
  const kept = useActionData<typeof action>()
  const say = (key: string) => t(`errors.${key as 'required'}`)
  if (!account) {
    return (
      <Sheet title={t('activation.goneTitle')} lead={t('activation.gone')}>
        <LinkButton tone="quiet" href={`/${i18n.language}/account/sign-in`}>
          {t('activation.toSignIn')}
        </LinkButton>
      </Sheet>
    )
  }
  return (
    <Sheet title={t('activation.title')} lead={t('activation.lead', account)}>
      <form method="post">
        <input type="hidden" name="email" autoComplete="username" value={account.email} />
        <TextField name="password" type="password" label={t('activation.password')} hint={t('activation.hint')} autoComplete="new-password" required kept={kept} say={say} />
        <TextField name="passwordAgain" type="password" label={t('activation.again')} autoComplete="new-password" required kept={kept} say={say} />
        <Button wide>{t('activation.send')}</Button>
      </form>
    </Sheet>
  )
}
