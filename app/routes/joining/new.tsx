import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { transact } from '#db/index.ts'
import { hashPassword } from '#app/features/accounts/password.server.ts'
import { joiningForm } from '#app/features/catalogue/joining/form.ts'
import { askToJoin } from '#app/features/catalogue/joining/joining.server.ts'
import { mayAskToJoin, mayWriteTo } from '#app/features/catalogue/joining/limits.server.ts'
import { JoiningForm } from '#app/features/catalogue/joining/ui/joining-form.tsx'
import styles from '#app/features/catalogue/joining/ui/joining.module.css'
import { formData, formSeal, readForm, readSeal, typedOf, type FormState } from '#app/platform/form.server.ts'
import { headOf } from '#app/platform/head.ts'
import { i18nOf, isLocale } from '#app/platform/locale.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { once } from '#app/platform/submissions.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta: MetaFunction<typeof loader> = (asked) => {
  const { t } = i18nOf[isLocale(asked.params.locale) ? asked.params.locale : 'ja']
  return headOf(asked, { title: t('joining:form.title') })
}
/** Kept by the browser, so that going back after a broken line finds the same form with what was typed. */
export const headers = () => ({ 'Cache-Control': 'private, no-cache' })

export async function loader({ params }: LoaderFunctionArgs) {
  return { language: localeOf(params), seal: formSeal() }
}

/** An address that has an account and one that has none get the same answer, after the same work. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const sent = await formData(request)
  const seal = readSeal(sent)
  const again = (status: number, kept: FormState, refused: Refused) => data({ kept, refused, seal: formSeal() }, status)
  const read = await readForm(request, joiningForm)
  if (!read.ok) return again(400, read, 'check')
  if (seal === 'old' || seal === 'forged') return again(400, { errors: {}, typed: typedOf(sent) }, 'stale')
  if (!(await mayAskToJoin(context.address))) return again(429, { errors: {}, typed: typedOf(sent) }, 'tooOften')
  const passwordHash = await hashPassword(read.value.password)
  const typedByProgram = Boolean(sent.get('homepage'))
  if (!typedByProgram && (await mayWriteTo(read.value.email))) await transact((tx) => once(tx, request, () => askToJoin(tx, read.value, passwordHash, locale).then(() => ({ ok: true }))))
  return redirect(`/${locale}/join/sent`, 303)
}

type Refused = 'check' | 'stale' | 'tooOften'

export default function Join() {
  const { t, i18n } = useTranslation('joining')
  const { seal, language } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Sheet title={t('form.title')} lead={t('form.lead')}>
      {refused ? (
        <Notice tone="harm" role="alert">
          <p>{t(`form.${refused.refused}`)}</p>
        </Notice>
      ) : (
        <section>
          <h2>{t('form.stepsTitle')}</h2>
          <ol className={styles.steps}>
            {(['1', '2', '3', '4'] as const).map((step) => (
              <li key={step}>{t(`form.steps.${step}`)}</li>
            ))}
          </ol>
          <p>
            {t('form.haveAccount')} <a href={`/${i18n.language}/account/sign-in`}>{t('form.signIn')}</a>
          </p>
        </section>
      )}
      <JoiningForm seal={refused?.seal ?? seal} kept={refused?.kept ?? null} language={language} />
    </Sheet>
  )
}
