import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { requireRegistrant } from '#app/features/accounts/gate.server.ts'
import { readColleague, removeColleague } from '#app/features/catalogue/joining/colleagues.server.ts'
import { RefusalNotice } from '#app/features/catalogue/joining/ui/refusal-notice.tsx'
import { localeOf, missing } from '#app/platform/request.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const me = await requireRegistrant(request, locale)
  const person = await readColleague(db, me.companyId, params.id ?? '')
  if (!person) missing()
  if (person.id === me.id) throw redirect(`/${locale}/account/people/departure`)
  return { name: person.name, back: `/${locale}/account/people` }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const me = await requireRegistrant(request, locale)
  const removed = await transact((tx) => removeColleague(tx, me, params.id ?? ''))
  if (!removed.ok && removed.reason === 'gone') missing()
  return removed.ok ? redirect(`/${locale}/account/people?done=removed`, 303) : data(removed, 409)
}

export default function Removal() {
  const { t } = useTranslation('joining')
  const { name, back } = useLoaderData<typeof loader>()
  return (
    <Sheet title={t('removal.title', { name })} lead={t('removal.lead')} back={{ href: back, label: t('people.title') }}>
      <RefusalNotice refused={useActionData<typeof action>()?.reason} />
      <form method="post">
        <Button tone="harm">{t('removal.send')}</Button>
      </form>
    </Sheet>
  )
}
