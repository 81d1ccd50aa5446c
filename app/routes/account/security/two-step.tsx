import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { userById } from '#app/features/accounts/data.server.ts'
import { isDemoDatabase } from '#app/features/accounts/demo.server.ts'
import { codeForm } from '#app/features/accounts/form.ts'
import { requireHolder } from '#app/features/accounts/gate.server.ts'
import { presentSession } from '#app/features/accounts/lucia.server.ts'
import { safeNext } from '#app/features/accounts/next.ts'
import { mayTryCode } from '#app/features/accounts/second-step.server.ts'
import { codesLeft, confirmEnrolment, enrolmentOf } from '#app/features/accounts/totp.server.ts'
import { RecoveryCodes } from '#app/features/accounts/ui/recovery-codes.tsx'
import { TwoStepOff, TwoStepOn, TwoStepSetup } from '#app/features/accounts/ui/two-step.tsx'
import { now } from '#app/platform/clock.ts'
import { readForm, refuse, formData } from '#app/platform/form.server.ts'
import { formatTime, translator } from '#app/platform/locale.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const holder = await requireHolder(request, locale)
  const user = await userById(db, holder.id)
  if (!user) missing()
  const next = new URL(request.url).searchParams.get('next')
  return {
    email: user.email,
    staff: user.role !== 'registrant',
    required: user.role !== 'registrant' && !(await isDemoDatabase(db)),
    next: next && safeNext(next, locale, user),
    key: enrolmentOf(user, translator(locale)('security:twoStep.issuer'))?.key ?? null,
    on: user.totpSince && { since: formatTime(user.totpSince, locale), codes: await codesLeft(db, user.id) },
  }
}

/** A code of the app turns the second step on; the answer is the only page that ever shows the recovery codes. */
export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const holder = await requireHolder(request, locale)
  const form = await readForm(request, codeForm)
  if (!form.ok) return data({ kept: form, codes: null, at: '' }, 400)
  const refused = async (reason: string, status: number) => data({ kept: refuse(await formData(request), 'code', reason), codes: null, at: '' }, status)
  if (!(await mayTryCode(holder.id))) return refused('tooMany', 429)
  const user = await userById(db, holder.id)
  const codes = user && (await transact((tx) => confirmEnrolment(tx, user, form.value.code, presentSession(request))))
  return codes ? data({ kept: null, codes, at: formatTime(now(), locale) }) : refused('wrongCode', 400)
}

export default function TwoStep() {
  const { t, i18n } = useTranslation('security')
  const { email, staff, required, next, key, on } = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  const home = `/${i18n.language}/account/security`
  if (done?.codes) return <RecoveryCodes email={email} codes={done.codes} at={done.at} fresh next={next ?? home} />
  return (
    <Sheet title={t(on ? 'twoStep.onTitle' : 'twoStep.title')} back={{ href: home, label: t('twoStep.back') }}>
      {on ? <TwoStepOn {...on} staff={staff && required} /> : key ? <TwoStepSetup keyInText={key} kept={done?.kept} next={next} /> : <TwoStepOff required={required} next={next} />}
    </Sheet>
  )
}
