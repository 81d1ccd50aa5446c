import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { relayMessage } from '#app/features/inquiries/brokering.server.ts'
import { deskAct, openDeskApproach } from '#app/features/inquiries/desk-act.server.ts'
import { relayForm } from '#app/features/inquiries/desk-form.ts'
import { wordsToRelay } from '#app/features/inquiries/relaying.server.ts'
import { ActPage } from '#app/features/inquiries/ui/act-page.tsx'
import { Button } from '#app/ui/button.tsx'
import { Choices, TextArea } from '#app/ui/field.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, approach, href } = await openDeskApproach(request, params)
  const original = await wordsToRelay(db, inquiry.id, approach.id)
  return { href, ticket: inquiry.ticket, original }
}

export const action = deskAct(relayForm, 'relayed', (tx, clerk, { approach }, { to, relay, original }) =>
  relayMessage(tx, clerk, approach, { to, body: relay, original }),
)

export default function Relay() {
  const { t } = useTranslation('desk')
  const { href, ticket, original } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const to = original?.author === 'buyer' ? 'firm' : 'buyer'
  return (
    <ActPage act="relay" href={href} ticket={ticket} lead={t('inquiries.relay.lead')} refused={refused}>
      <h2>{t('inquiries.relay.original')}</h2>
      <blockquote>{original?.body ?? t('inquiries.relay.noOriginal')}</blockquote>
      <form method="post" noValidate>
        {original && <input type="hidden" name="original" value={original.id} />}
        <Choices name="to" label={t('inquiries.relay.to')} required kept={refused?.kept} chosen={to} options={(['buyer', 'firm'] as const).map((side) => ({ value: side, label: t(`inquiries.relay.${side}`) }))} />
        <TextArea name="relay" label={t('inquiries.relay.label')} hint={t('inquiries.relay.hint')} required rows={10} maxLength={4000} defaultValue={original?.body ?? ''} kept={refused?.kept} />
        <Button>{t('inquiries.relay.send')}</Button>
      </form>
    </ActPage>
  )
}
