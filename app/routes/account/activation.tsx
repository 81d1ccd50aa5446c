import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { readActivation } from '#app/features/accounts/data.server.ts'
import { activationForm } from '#app/features/accounts/form.ts'
import { activate } from '#app/features/accounts/mutations.server.ts'
import { hashPassword } from '#app/features/accounts/password.server.ts'
import { admit } from '#app/features/accounts/second-step.server.ts'
import { NewPassword } from '#app/features/accounts/ui/new-password.tsx'
import { readForm } from '#app/platform/form.server.ts'
import { i18nOf, isLocale } from '#app/platform/locale.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
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
  return used.ok ? admit(request, used.user, locale) : data(null, 410)
}

export default function Activation() {
  const { t, i18n } = useTranslation('accounts')
  const account = useLoaderData<typeof loader>()
  const kept = useActionData<typeof action>()
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
        <NewPassword email={account.email} kept={kept} />
        <Button wide>{t('activation.send')}</Button>
      </form>
    </Sheet>
  )
}
