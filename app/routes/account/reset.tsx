import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { readAccountLink } from '#app/features/accounts/data.server.ts'
import { activationForm } from '#app/features/accounts/form.ts'
import { endSession } from '#app/features/accounts/lucia.server.ts'
import { hashPassword } from '#app/features/accounts/password.server.ts'
import { resetPassword } from '#app/features/accounts/passwords.server.ts'
import { NewPassword } from '#app/features/accounts/ui/new-password.tsx'
import { readForm } from '#app/platform/form.server.ts'
import { i18nOf, isLocale } from '#app/platform/locale.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta: MetaFunction = ({ params }) => [
  { title: i18nOf[isLocale(params.locale) ? params.locale : 'ja'].t('security:reset.title') },
  { name: 'robots', content: 'noindex' },
]
export const headers = () => ({ 'Cache-Control': 'no-store' })

export async function loader({ params }: LoaderFunctionArgs) {
  localeOf(params)
  const found = await readAccountLink(db, 'reset', params.token!)
  return found ? data({ email: found.user.email }) : data(null, 410)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const found = await readAccountLink(db, 'reset', params.token!)
  if (!found) return data(null, 410)
  const form = await readForm(request, activationForm)
  if (!form.ok) return data(form, 400)
  const passwordHash = await hashPassword(form.value.password)
  const used = await transact((tx) => resetPassword(tx, found.link, found.user.id, passwordHash))
  if (!used.ok) return data(null, 410)
  return redirect(`/${locale}/account/sign-in?done=reset`, { headers: { 'Set-Cookie': await endSession(request) } })
}

export default function Reset() {
  const { t, i18n } = useTranslation('security')
  const account = useLoaderData<typeof loader>()
  const kept = useActionData<typeof action>()
  if (!account) {
    return (
      <Sheet title={t('reset.goneTitle')} lead={t('reset.gone')}>
        <LinkButton tone="quiet" href={`/${i18n.language}/account/forgotten`}>
          {t('reset.again')}
        </LinkButton>
      </Sheet>
    )
  }
  return (
    <Sheet title={t('reset.title')} lead={t('reset.lead', account)}>
      <form method="post">
        <NewPassword email={account.email} kept={kept} />
        <Button wide>{t('reset.send')}</Button>
      </form>
    </Sheet>
  )
}
