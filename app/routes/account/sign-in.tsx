import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signInForm } from '#app/features/accounts/form.ts'
import { currentUser } from '#app/features/accounts/gate.server.ts'
import { safeNext } from '#app/features/accounts/next.ts'
import { signIn } from '#app/features/accounts/sign-in.server.ts'
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
  const next = safeNext(new URL(request.url).searchParams.get('next'), localeOf(params))
  const person = await currentUser(request)
  if (person && person.role !== 'registrant') throw redirect(next)
  return { next }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const form = await readForm(request, signInForm)
  if (!form.ok) return data(form, 400)
  const signed = await signIn(request, context.address, form.value)
  if (!signed.ok) return data(refuse(await formData(request), '', signed.reason), signed.reason === 'tooMany' ? 429 : 400)
  return redirect(safeNext(form.value.next, locale), { headers: { 'Set-Cookie': signed.cookie } })
}

export default function SignIn() {
  const { t } = useTranslation('accounts')
  const { next } = useLoaderData<typeof loader>()
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
      <form method="post">
        <TextField name="email" type="email" label={t('signIn.email')} autoComplete="username" inputMode="email" required kept={kept} say={say} />
        <TextField name="password" type="password" label={t('signIn.password')} autoComplete="current-password" required kept={kept} say={say} />
        <input type="hidden" name="next" value={next} />
        <Button wide>{t('signIn.send')}</Button>
      </form>
      <p>{t('signIn.help')}</p>
    </Sheet>
  )
}
