import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { listStaff, stateOf } from '#app/features/accounts/data.server.ts'
import { requireManager } from '#app/features/accounts/gate.server.ts'
import { StaffTable } from '#app/features/accounts/ui/staff-table.tsx'
import { localeOf } from '#app/platform/request.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireManager(request, localeOf(params))
  const staff = await listStaff(db)
  return {
    staff: staff.map((user) => ({ id: user.id, name: user.name, email: user.email, role: user.role, office: user.office, state: stateOf(user), twoStep: user.totpSince !== null, you: user.id === manager.id })),
  }
}

export default function Staff() {
  const { t, i18n } = useTranslation('security')
  const { staff } = useLoaderData<typeof loader>()
  const home = `/${i18n.language}/desk/staff`
  return (
    <DeskPage title={t('staff.title')} actions={<LinkButton href={`${home}/new`}>{t('staff.invite')}</LinkButton>}>
      <p>{t('staff.lead')}</p>
      <StaffTable home={home} staff={staff} />
    </DeskPage>
  )
}
