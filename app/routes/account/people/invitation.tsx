import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { transact } from '#db/index.ts'
import { requireRegistrant } from '#app/features/accounts/gate.server.ts'
import { invite } from '#app/features/catalogue/joining/colleagues.server.ts'
import { invitationForm } from '#app/features/catalogue/joining/form.ts'
import { mayInvite, mayWriteTo } from '#app/features/catalogue/joining/limits.server.ts'
import { RefusalNotice } from '#app/features/catalogue/joining/ui/refusal-notice.tsx'
import { useSay } from '#app/features/catalogue/joining/ui/saying.ts'
import { formData, readForm, refuse } from '#app/platform/form.server.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Choices, TextField } from '#app/ui/field.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  await requireRegistrant(request, locale)
  return { locale }
}

/** Says the same whether or not the address has an account. */
export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const me = await requireRegistrant(request, locale)
  const read = await readForm(request, invitationForm)
  if (!read.ok) return data(read, 400)
  if (!(await mayInvite(me.companyId))) return data(refuse(await formData(request), '', 'tooOften'), 429)
  const { name, email, language } = read.value
  if (await mayWriteTo(email)) await transact((tx) => invite(tx, me, { name, email, locale: language }))
  return redirect(`/${locale}/account/people?done=invited`, 303)
}

export default function Invitation() {
  const { t } = useTranslation('joining')
  const { locale } = useLoaderData<typeof loader>()
  const kept = useActionData<typeof action>()
  const shared = { kept, say: useSay() }
  return (
    <Sheet title={t('invitation.title')} lead={t('invitation.lead')} back={{ href: `/${locale}/account/people`, label: t('people.title') }}>
      <RefusalNotice refused={kept?.errors['']?.[0]} />
      <form method="post" noValidate>
        <TextField name="name" label={t('people.name')} required maxLength={60} autoComplete="off" {...shared} />
        <TextField name="email" type="email" inputMode="email" label={t('people.email')} required maxLength={254} autoComplete="off" {...shared} />
        <Choices name="language" label={t('form.language')} required chosen={locale} options={(['ja', 'zh'] as const).map((one) => ({ value: one, label: t(`form.languages.${one}`) }))} {...shared} />
        <Button wide>{t('invitation.send')}</Button>
      </form>
    </Sheet>
  )
}
