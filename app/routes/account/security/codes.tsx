import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { userById } from '#app/features/accounts/data.server.ts'
import { codeForm } from '#app/features/accounts/form.ts'
import { requireHolder } from '#app/features/accounts/gate.server.ts'
import { mayTryCode } from '#app/features/accounts/second-step.server.ts'
import { renewCodes, useCode } from '#app/features/accounts/totp.server.ts'
import { CodeField } from '#app/features/accounts/ui/code-field.tsx'
import { RecoveryCodes } from '#app/features/accounts/ui/recovery-codes.tsx'
import { now } from '#app/platform/clock.ts'
import { formData, readForm, refuse } from '#app/platform/form.server.ts'
import { formatTime } from '#app/platform/locale.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const { email, totpSince } = await requireHolder(request, locale)
  if (!totpSince) throw redirect(`/${locale}/account/security/two-step`)
  return { email }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const holder = await requireHolder(request, locale)
  const form = await readForm(request, codeForm)
  if (!form.ok) return data({ kept: form, codes: null, at: '' }, 400)
  const refused = async (reason: string, status: number) => data({ kept: refuse(await formData(request), 'code', reason), codes: null, at: '' }, status)
  if (!(await mayTryCode(holder.id))) return refused('tooMany', 429)
  const user = await userById(db, holder.id)
  const codes = user && (await transact(async (tx) => ((await useCode(tx, user, form.value.code)) ? renewCodes(tx, user.id) : null)))
  return codes ? data({ kept: null, codes, at: formatTime(now(), locale) }) : refused('wrongCode', 400)
}

export default function Codes() {
  const { t, i18n } = useTranslation('security')
  const { email } = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  const home = `/${i18n.language}/account/security`
  if (done?.codes) return <RecoveryCodes email={email} codes={done.codes} at={done.at} next={home} />
  return (
    <Sheet title={t('twoStep.renewTitle')} lead={t('twoStep.renew')} back={{ href: `${home}/two-step`, label: t('twoStep.title') }}>
      <form method="post">
        <CodeField label={t('twoStep.codeNow')} kept={done?.kept} />
        <Button wide>{t('twoStep.renewSend')}</Button>
      </form>
    </Sheet>
  )
}
