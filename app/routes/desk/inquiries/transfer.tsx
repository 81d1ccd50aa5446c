import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { offices } from '#db/schema/accounts.ts'
import { listStaff } from '#app/features/accounts/data.server.ts'
import { transferForm } from '#app/features/inquiries/casework-form.ts'
import { deskAct, openDeskCase } from '#app/features/inquiries/desk-act.server.ts'
import { transferInquiry } from '#app/features/inquiries/transferring.server.ts'
import { ActPage } from '#app/features/inquiries/ui/act-page.tsx'
import { Button } from '#app/ui/button.tsx'
import { Select, TextArea } from '#app/ui/field.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, href } = await openDeskCase(request, params)
  const staff = (await listStaff(db)).filter((one) => !one.disabledAt).map(({ id, name, office }) => ({ id, name, office }))
  return { href, ticket: inquiry.ticket, staff, owner: inquiry.ownerId, office: inquiry.office, offices }
}

export const action = deskAct(transferForm, 'transferred', (tx, clerk, { id }, { owner, office, note }) => transferInquiry(tx, clerk, id, { ownerId: owner, office, note }))

export default function Transfer() {
  const { t } = useTranslation(['casework', 'site'])
  const { href, ticket, staff, owner, office, offices } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const kept = refused?.kept
  return (
    <ActPage act="transfer" href={href} ticket={ticket} lead={t('transfer.lead')} refused={refused}>
      <form method="post" noValidate>
        <Select name="owner" label={t('transfer.owner')} empty={t('transfer.keep')} defaultValue={owner ?? ''} kept={kept} options={staff.map((one) => ({ value: one.id, label: one.office ? `${one.name} (${t(`offices.${one.office}`)})` : one.name }))} />
        <Select name="office" label={t('transfer.office')} empty={t('transfer.keep')} defaultValue={office ?? ''} kept={kept} options={offices.map((one) => ({ value: one, label: t(`offices.${one}`) }))} />
        <TextArea name="note" label={t('transfer.note')} rows={3} maxLength={2000} kept={kept} />
        <Button>{t('transfer.send')}</Button>
      </form>
    </ActPage>
  )
}
