import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { secondStepForm } from '#app/features/accounts/form.ts'
import { ownPath } from '#app/features/accounts/next.ts'
import { halfway, takeSecondStep } from '#app/features/accounts/second-step.server.ts'
import { CodeField } from '#app/features/accounts/ui/code-field.tsx'
import styles from '#app/features/accounts/ui/ways.module.css'
import { readForm } from '#app/platform/form.server.ts'
import { i18nOf, isLocale } from '#app/platform/locale.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta: MetaFunction = ({ params }) => [
  { title: i18nOf[isLocale(params.locale) ? params.locale : 'ja'].t('security:secondStep.title') },
  { name: 'robots', content: 'noindex' },
]
export const headers = () => ({ 'Cache-Control': 'no-store' })

export async function loader({ request, params }: LoaderFunctionArgs) {
  localeOf(params)
  return { halfway: (await halfway(request)) !== null, next: ownPath(new URL(request.url).searchParams.get('next')) ?? '' }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const user = await halfway(request)
  if (!user) return data(null, 410)
  const form = await readForm(request, secondStepForm)
  if (!form.ok) return data(form, 400)
  const taken = await takeSecondStep(request, user, form.value.code, locale, form.value.next)
  if (!taken.ok) return data({ errors: { code: [taken.reason] }, typed: {} }, taken.reason === 'tooMany' ? 429 : 400)
  return taken.answer
}

export default function SecondStep() {
  const { t, i18n } = useTranslation('security')
  const { halfway, next } = useLoaderData<typeof loader>()
  const kept = useActionData<typeof action>()
  const signIn = `/${i18n.language}/account/sign-in${next && `?next=${encodeURIComponent(next)}`}`
  if (!halfway) {
    return (
      <Sheet title={t('secondStep.goneTitle')} lead={t('secondStep.gone')}>
        <LinkButton href={signIn}>{t('forgotten.toSignIn')}</LinkButton>
      </Sheet>
    )
  }
  return (
    <Sheet title={t('secondStep.title')} lead={t('secondStep.lead')}>
      <form method="post">
        <CodeField label={t('secondStep.code')} hint={t('secondStep.hint')} kept={kept} autoFocus />
        <input type="hidden" name="next" value={next} />
        <Button wide>{t('secondStep.send')}</Button>
      </form>
      <p className={styles.ways}>
        <span>{t('secondStep.help')}</span>
        <a href={signIn}>{t('secondStep.restart')}</a>
      </p>
    </Sheet>
  )
}
