import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { failReasons } from '#app/features/inquiries/choices.ts'
import { concludeApproach } from '#app/features/inquiries/concluding.server.ts'
import { templatesFor } from '#app/features/inquiries/conversation/templates.server.ts'
import { deskWriting } from '#app/features/inquiries/conversation/writing.server.ts'
import { openDeskApproach } from '#app/features/inquiries/desk-act.server.ts'
import { outcomeForm } from '#app/features/inquiries/desk-form.ts'
import { ActPage } from '#app/features/inquiries/ui/act-page.tsx'
import { OutgoingText } from '#app/features/inquiries/ui/outgoing-text.tsx'
import { i18nOf } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Choices } from '#app/ui/field.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, approach, href, buyerLocale } = await openDeskApproach(request, params)
  const results = approach.stage === 'in-dialogue' ? (['agreed', 'no-deal'] as const) : (['no-deal'] as const)
  return { href, ticket: inquiry.ticket, results, templates: await templatesFor(db, ['closing'], buyerLocale), ready: i18nOf[buyerLocale].t(`desk:inquiries.ready.${results[0]}`) }
}

export const action = deskWriting(outcomeForm, 'concluded', 'closing', (tx, clerk, { approach }, { result, reason, closing }, override) =>
  concludeApproach(tx, clerk, approach, result === 'agreed' ? { result } : { result, reason: reason ?? 'other' }, closing, override),
)

export default function Outcome() {
  const { t } = useTranslation(['desk', 'inquiries'])
  const { href, ticket, results, ready, templates } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const kept = refused?.kept
  return (
    <ActPage act="outcome" href={href} ticket={ticket} lead={t('inquiries.outcome.lead')} refused={refused}>
      <form method="post" noValidate>
        <Choices name="result" label={t('inquiries.outcome.result')} required kept={kept} chosen={results.length === 1 ? results[0] : ''} options={results.map((result) => ({ value: result, label: t(`inquiries.outcome.${result}`) }))} />
        <Choices name="reason" label={t('inquiries.outcome.reason')} kept={kept} options={failReasons.map((reason) => ({ value: reason, label: t(`inquiries:failReason.${reason}`) }))} />
        <OutgoingText name="closing" label={t('inquiries.outcome.label')} required rows={5} defaultValue={ready} templates={templates} refused={refused} />
        <Button>{t('inquiries.outcome.send')}</Button>
      </form>
    </ActPage>
  )
}
