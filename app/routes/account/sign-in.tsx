import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signInForm } from '#app/features/accounts/form.ts'
import { currentUser } from '#app/features/accounts/gate.server.ts'
import { ownPath, safeNext } from '#app/features/accounts/next.ts'
import { admit } from '#app/features/accounts/second-step.server.ts'
import { signIn } from '#app/features/accounts/sign-in.server.ts'
import styles from '#app/features/accounts/ui/ways.module.css'
import { formData, readForm, refuse } from '#app/platform/form.server.ts'
import { i18nOf, isLocale } from '#app/platform/locale.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta: MetaFunction = ({ params }) => [
  { title: i18nOf[isLocale(params.locale) ? params.locale : 'ja'].t('accounts:signIn.title') },
  { name: 'robots', content: 'noindex' },
]
export const headers = () => ({ 'Cache-Control': 'no-store' })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams
  const person = await currentUser(request)
  if (person) throw redirect(safeNext(asked.get('next'), localeOf(params), person))
  return { next: ownPath(asked.get('next')) ?? '', reset: asked.get('done') === 'reset' }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const form = await readForm(request, signInForm)
  if (!form.ok) return data(form, 400)
  const signed = await signIn(context.address, form.value)
  if (!signed.ok) return data(refuse(await formData(request), '', signed.reason), signed.reason === 'tooMany' ? 429 : 400)
  return admit(request, signed.user, locale, form.value.next)
}

export default function SignIn() {
  const { t, i18n } = useTranslation(['accounts', 'security'])
  const { next, reset } = useLoaderData<typeof loader>()
  const kept = useActionData<typeof action>()
  const refused = kept?.errors['']?.[0]
  const say = (key: string) => t(`errors.${key as 'required'}`)
  return (
    <Sheet title={t('signIn.title')} lead={t('signIn.lead')}>
      {refused && (
        <Notice tone="harm" role="alert">
          <p>{t(`signIn.${refused as 'wrong' | 'tooMany'}`)}</p>
        </Notice>
      )}
      {reset && !refused && <Notice role="status">{t('security:done.reset')}</Notice>}
      <form method="post">
        <TextField name="email" type="email" label={t('signIn.email')} autoComplete="username" inputMode="email" required kept={kept} say={say} />
        <TextField name="password" type="password" label={t('signIn.password')} autoComplete="current-password" required kept={kept} say={say} />
        <input type="hidden" name="next" value={next} />
        <Button wide>{t('signIn.send')}</Button>
      </form>
      <p className={styles.ways}>
        <a href={`/${i18n.language}/account/forgotten`}>{t('signIn.forgotten')}</a>
        <a href={`/${i18n.language}/join`}>{t('signIn.join')}</a>
      </p>
    </Sheet>
  )
}
