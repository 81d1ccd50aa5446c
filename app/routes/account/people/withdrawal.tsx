import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { requireRegistrant } from '#app/features/accounts/gate.server.ts'
import { readInvitation, withdrawInvitation } from '#app/features/catalogue/joining/colleagues.server.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const me = await requireRegistrant(request, locale)
  const invited = await readInvitation(db, me.companyId, params.id ?? '')
  if (!invited) missing()
  return { name: invited.name, back: `/${locale}/account/people` }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const me = await requireRegistrant(request, locale)
  if (!(await transact((tx) => withdrawInvitation(tx, me, params.id ?? '')))) missing()
  return redirect(`/${locale}/account/people?done=withdrawn`, 303)
}

export default function Withdrawal() {
  const { t } = useTranslation('joining')
  const { name, back } = useLoaderData<typeof loader>()
  return (
    <Sheet title={t('removal.withdrawTitle')} lead={t('removal.withdrawLead', { name })} back={{ href: back, label: t('people.title') }}>
      <form method="post">
        <Button tone="harm">{t('removal.withdrawSend')}</Button>
      </form>
    </Sheet>
  )
}
