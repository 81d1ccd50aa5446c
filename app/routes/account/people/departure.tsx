import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { requireRegistrant } from '#app/features/accounts/gate.server.ts'
import { colleaguesOf, removeColleague } from '#app/features/catalogue/joining/colleagues.server.ts'
import { RefusalNotice } from '#app/features/catalogue/joining/ui/refusal-notice.tsx'
import { localeOf } from '#app/platform/request.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const me = await requireRegistrant(request, locale)
  return { alone: (await colleaguesOf(db, me.companyId)).length < 2, back: `/${locale}/account/people` }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const me = await requireRegistrant(request, locale)
  const left = await transact((tx) => removeColleague(tx, me, me.id))
  return left.ok ? redirect(`/${locale}`, 303) : data(left, 409)
}

export default function Departure() {
  const { t } = useTranslation('joining')
  const { alone, back } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Sheet title={t('departure.title')} back={{ href: back, label: t('people.title') }}>
      <RefusalNotice refused={refused?.reason} />
      {alone ? (
        <Notice tone="waiting">
          <p>{t('departure.last')}</p>
        </Notice>
      ) : (
        <form method="post">
          <p>{t('departure.lead')}</p>
          <Button tone="harm">{t('departure.send')}</Button>
        </form>
      )}
    </Sheet>
  )
}
