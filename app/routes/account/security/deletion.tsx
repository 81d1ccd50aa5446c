import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { transact } from '#db/index.ts'
import { deletionForm } from '#app/features/accounts/form.ts'
import { requireHolder } from '#app/features/accounts/gate.server.ts'
import { deleteOwnAccount } from '#app/features/accounts/leaving.server.ts'
import { endSession } from '#app/features/accounts/lucia.server.ts'
import { knowsPassword } from '#app/features/accounts/passwords.server.ts'
import { PresentPassword } from '#app/features/accounts/ui/new-password.tsx'
import { formData, readForm, refuse } from '#app/platform/form.server.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Tick } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { role } = await requireHolder(request, localeOf(params))
  return { office: role !== 'registrant' }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const holder = await requireHolder(request, locale)
  const form = await readForm(request, deletionForm)
  if (!form.ok) return data({ kept: form, reason: null }, 400)
  const known = await knowsPassword(holder.id, form.value.presentPassword)
  if (!known.ok) return data({ kept: refuse(await formData(request), 'presentPassword', known.reason), reason: null }, 400)
  const left = await transact((tx) => deleteOwnAccount(tx, holder))
  if (!left.ok) return data({ kept: null, reason: left.reason }, 409)
  return redirect(`/${locale}/account/deleted`, { headers: { 'Set-Cookie': await endSession(request) } })
}

export default function Deletion() {
  const { t, i18n } = useTranslation(['trust', 'security'])
  const { office } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const reason = office ? 'office' : refused?.reason
  return (
    <Sheet title={t('account.title')} back={{ href: `/${i18n.language}/account/security`, label: t('security:overview.title') }}>
      {(reason === 'office' || reason === 'last') && (
        <Notice tone="waiting" role="alert">
          <p>{t(`account.${reason}`)}</p>
        </Notice>
      )}
      {!office && (
        <form method="post" noValidate>
          <p>{t('account.lead')}</p>
          <PresentPassword kept={refused?.kept ?? undefined} />
          <Tick name="understood" label={t('account.understood')} kept={refused?.kept} />
          <Button tone="harm">{t('account.send')}</Button>
        </form>
      )}
    </Sheet>
  )
}
