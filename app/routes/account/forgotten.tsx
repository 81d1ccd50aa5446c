import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { forgottenForm } from '#app/features/accounts/form.ts'
import { askForReset } from '#app/features/accounts/passwords.server.ts'
import { formData, formSeal, readForm, readSeal, refuse } from '#app/platform/form.server.ts'
import { i18nOf, isLocale } from '#app/platform/locale.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Seal, TextField, Trap } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta: MetaFunction = ({ params }) => [
  { title: i18nOf[isLocale(params.locale) ? params.locale : 'ja'].t('security:forgotten.title') },
  { name: 'robots', content: 'noindex' },
]
export const headers = () => ({ 'Cache-Control': 'no-store' })

export async function loader({ request, params }: LoaderFunctionArgs) {
  localeOf(params)
  return { sent: new URL(request.url).searchParams.has('sent'), seal: formSeal() }
}

/** The answer is the same whatever the address: here nobody learns who has an account. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const sent = await formData(request)
  const form = await readForm(request, forgottenForm)
  if (!form.ok) return data(form, 400)
  const seal = readSeal(sent)
  if (seal === 'old' || seal === 'forged') return data(refuse(sent, '', 'stale'), 400)
  if (!sent.get('homepage')) {
    const asked = await askForReset(context.address, form.value.email, locale)
    if (!asked.ok) return data(refuse(sent, '', asked.reason), 429)
  }
  return redirect(`/${locale}/account/forgotten?sent`)
}

export default function Forgotten() {
  const { t, i18n } = useTranslation('security')
  const { sent, seal } = useLoaderData<typeof loader>()
  const kept = useActionData<typeof action>()
  const refused = kept?.errors['']?.[0]
  const signIn = `/${i18n.language}/account/sign-in`
  if (sent && !kept) {
    return (
      <Sheet title={t('forgotten.sentTitle')} lead={t('forgotten.sent')}>
        <p>{t('forgotten.notArrived')}</p>
        <LinkButton tone="quiet" href={signIn}>
          {t('forgotten.toSignIn')}
        </LinkButton>
      </Sheet>
    )
  }
  return (
    <Sheet title={t('forgotten.title')} lead={t('forgotten.lead')} back={{ href: signIn, label: t('forgotten.toSignIn') }}>
      {refused && (
        <Notice tone="harm" role="alert">
          <p>{t(`forgotten.${refused as 'tooMany' | 'stale'}`)}</p>
        </Notice>
      )}
      <form method="post" action={`/${i18n.language}/account/forgotten`}>
        <TextField name="email" type="email" label={t('forgotten.email')} autoComplete="username" inputMode="email" required kept={kept} say={(key) => t(`errors.${key as 'required'}`)} />
        <Trap name="homepage" />
        <Seal seal={seal} />
        <Button wide>{t('forgotten.send')}</Button>
      </form>
    </Sheet>
  )
}
