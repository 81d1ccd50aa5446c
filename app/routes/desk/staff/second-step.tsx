import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { userById } from '#app/features/accounts/data.server.ts'
import { resetForm, resetReasons } from '#app/features/accounts/form.ts'
import { requireManager } from '#app/features/accounts/gate.server.ts'
import { resetSecondStep } from '#app/features/accounts/staffing.server.ts'
import { formData, readForm, refuse } from '#app/platform/form.server.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Choices } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

/** Of anybody, at the office or at a firm; afterwards the manager is back where the person is listed. */
async function openPerson(request: Request, params: { locale?: string; id?: string }) {
  const locale = localeOf(params)
  const manager = await requireManager(request, locale)
  const user = await userById(db, params.id ?? '')
  if (!user) missing()
  const back = user.role !== 'registrant' ? `/${locale}/desk/staff/${user.id}` : user.companyId ? `/${locale}/desk/companies/${user.companyId}` : `/${locale}/desk`
  return { manager, user, back }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, back } = await openPerson(request, params)
  return { name: user.name, on: user.totpSince !== null, back }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { manager, user, back } = await openPerson(request, params)
  const form = await readForm(request, resetForm)
  if (!form.ok) return data(form, 400)
  const reset = await transact((tx) => resetSecondStep(tx, manager, user.id, form.value.reason))
  return reset.ok ? redirect(`${back}?done=second`) : data(refuse(await formData(request), '', reset.reason), 409)
}

export default function SecondStepReset() {
  const { t } = useTranslation('security')
  const { name, on, back } = useLoaderData<typeof loader>()
  const kept = useActionData<typeof action>()
  const refused = kept?.errors['']?.[0]
  return (
    <Sheet title={t('staff.secondTitle')} lead={t('staff.secondText')} back={{ href: back, label: name }}>
      {refused && (
        <Notice tone="harm" role="alert">
          {t(`staff.refused.${refused as 'gone'}`)}
        </Notice>
      )}
      {on ? (
        <form method="post">
          <Choices name="reason" label={t('staff.reason')} options={resetReasons.map((value) => ({ value, label: t(`staff.reasons.${value}`) }))} required kept={kept} say={(key) => t(`errors.${key as 'choose'}`)} />
          <Button wide tone="harm">
            {t('staff.secondSend')}
          </Button>
        </form>
      ) : (
        <p>{t('staff.secondNone')}</p>
      )}
    </Sheet>
  )
}
