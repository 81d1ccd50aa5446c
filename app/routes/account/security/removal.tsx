import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { userById } from '#app/features/accounts/data.server.ts'
import { isDemoDatabase } from '#app/features/accounts/demo.server.ts'
import { turnOffForm } from '#app/features/accounts/form.ts'
import { requireHolder } from '#app/features/accounts/gate.server.ts'
import { knowsPassword } from '#app/features/accounts/passwords.server.ts'
import { mayTryCode } from '#app/features/accounts/second-step.server.ts'
import { turnOff, useCode } from '#app/features/accounts/totp.server.ts'
import { CodeField } from '#app/features/accounts/ui/code-field.tsx'
import { PresentPassword } from '#app/features/accounts/ui/new-password.tsx'
import { formData, readForm, refuse } from '#app/platform/form.server.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const { role, totpSince } = await requireHolder(request, locale)
  if (!totpSince) throw redirect(`/${locale}/account/security/two-step`)
  return { required: role !== 'registrant' && !(await isDemoDatabase(db)) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const holder = await requireHolder(request, locale)
  const form = await readForm(request, turnOffForm)
  if (!form.ok) return data(form, 400)
  const refused = async (at: string, reason: string) => data(refuse(await formData(request), at, reason), reason === 'tooMany' ? 429 : 400)
  const known = await knowsPassword(holder.id, form.value.presentPassword)
  if (!known.ok) return refused('presentPassword', known.reason)
  if (!(await mayTryCode(holder.id))) return refused('code', 'tooMany')
  const user = await userById(db, holder.id)
  const off = user && (await transact(async (tx) => (await useCode(tx, user, form.value.code)) && turnOff(tx, user.id)))
  return off ? redirect(`/${locale}/account/security?done=off`) : refused('code', 'wrongCode')
}

export default function Removal() {
  const { t, i18n } = useTranslation('security')
  const { required } = useLoaderData<typeof loader>()
  const kept = useActionData<typeof action>()
  return (
    <Sheet title={t('twoStep.offSend')} lead={t(required ? 'twoStep.offStaff' : 'twoStep.off')} back={{ href: `/${i18n.language}/account/security/two-step`, label: t('twoStep.title') }}>
      <form method="post">
        <PresentPassword kept={kept} />
        <CodeField label={t('twoStep.codeNow')} kept={kept} />
        <Button wide tone="harm">
          {t('twoStep.offSend')}
        </Button>
      </form>
    </Sheet>
  )
}
