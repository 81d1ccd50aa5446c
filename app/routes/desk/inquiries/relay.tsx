import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { mustSeeExportControl } from '#app/features/inquiries/conversation/export-control.server.ts'
import { filesToPassOn } from '#app/features/inquiries/conversation/files.server.ts'
import { relayMessage } from '#app/features/inquiries/conversation/relaying.server.ts'
import { templatesFor } from '#app/features/inquiries/conversation/templates.server.ts'
import { deskWriting } from '#app/features/inquiries/conversation/writing.server.ts'
import { openDeskApproach } from '#app/features/inquiries/desk-act.server.ts'
import { relayForm } from '#app/features/inquiries/desk-form.ts'
import { wordsToRelay } from '#app/features/inquiries/relaying.server.ts'
import { ActPage } from '#app/features/inquiries/ui/act-page.tsx'
import { OutgoingText, SideBySide } from '#app/features/inquiries/ui/outgoing-text.tsx'
import { FilesToPass } from '#app/features/inquiries/ui/case-files.tsx'
import { Button } from '#app/ui/button.tsx'
import { Choices, TextArea, Tick } from '#app/ui/field.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, approach, href, buyerLocale } = await openDeskApproach(request, params)
  const original = await wordsToRelay(db, inquiry.id, approach.id)
  const to = original?.author === 'buyer' ? ('firm' as const) : ('buyer' as const)
  const files = (await filesToPassOn(db, inquiry.id, approach.id)).map(({ id, name, author }) => ({ id, name, author }))
  const templates = await templatesFor(db, ['relay', 'reminding', 'following-up'], to === 'firm' ? 'ja' : buyerLocale)
  return { href, ticket: inquiry.ticket, original, to, files, templates, asksExportControl: await mustSeeExportControl(db, approach) }
}

export const action = deskWriting(relayForm, 'relayed', 'relay', (tx, clerk, { approach }, { relay, file, fileId, fileName, ...rest }, override) => {
  const files = file.map((id) => ({ id, name: fileName[fileId.indexOf(id)] ?? '' }))
  return relayMessage(tx, clerk, approach, { ...rest, body: relay, files, override })
})

export default function Relay() {
  const { t } = useTranslation(['desk', 'conversation'])
  const { href, ticket, original, to, files, templates, asksExportControl } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const kept = refused?.kept
  return (
    <ActPage act="relay" href={href} ticket={ticket} lead={t('inquiries.relay.lead')} refused={refused}>
      {original ? <SideBySide original={original.body} translation={original.translation} /> : <p>{t('inquiries.relay.noOriginal')}</p>}
      {original && (
        <p>
          <a href={`${href}/messages/${original.id}/translation`}>{t(original.translation ? 'conversation:translation.change' : 'conversation:translation.write')}</a>
        </p>
      )}
      <form method="post" noValidate>
        {original && <input type="hidden" name="original" value={original.id} />}
        <Choices name="to" label={t('inquiries.relay.to')} required kept={kept} chosen={to} options={(['buyer', 'firm'] as const).map((side) => ({ value: side, label: t(`inquiries.relay.${side}`) }))} />
        <OutgoingText name="relay" label={t('inquiries.relay.label')} hint={t('inquiries.relay.hint')} required rows={10} defaultValue={original?.translation ?? original?.body ?? ''} templates={templates} refused={refused} />
        <TextArea name="translation" label={t('conversation:translation.outgoing')} hint={t('conversation:translation.outgoingHint')} rows={4} maxLength={4000} kept={kept} />
        <FilesToPass files={files} kept={kept} />
        {asksExportControl && <Tick name="exportControl" label={t('conversation:exportControl')} kept={kept} />}
        <Button>{t('inquiries.relay.send')}</Button>
      </form>
    </ActPage>
  )
}
