import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { requireManager } from '#app/features/accounts/gate.server.ts'
import { openDeskCase } from '#app/features/inquiries/desk-act.server.ts'
import { letGo } from '#app/features/inquiries/erasing/asked.server.ts'
import { keptFor } from '#app/features/inquiries/erasing/due.server.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireManager(request, localeOf(params))
  const { inquiry, href } = await openDeskCase(request, params)
  const kept = await keptFor(db, inquiry.id)
  if (!kept) missing()
  return { href, ticket: inquiry.ticket, reason: kept.reason, asked: inquiry.erasureAskedAt !== null }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireManager(request, localeOf(params))
  const { inquiry, href } = await openDeskCase(request, params)
  await transact((tx) => letGo(tx, manager, inquiry.id))
  return redirect(href)
}

export default function KeepingEnding() {
  const { t } = useTranslation('trust')
  const { href, ticket, reason, asked } = useLoaderData<typeof loader>()
  return (
    <Sheet title={t('letting.title')} lead={t(asked ? 'letting.asked' : 'letting.lead')} back={{ href, label: ticket }}>
      <Facts facts={[[t('letting.reason'), reason]]} />
      <form method="post">
        <Button tone={asked ? 'harm' : undefined}>{t('letting.send')}</Button>
      </form>
    </Sheet>
  )
}
