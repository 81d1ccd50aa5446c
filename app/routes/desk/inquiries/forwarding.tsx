import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { forwardInquiry } from '#app/features/inquiries/brokering.server.ts'
import { templatesFor } from '#app/features/inquiries/conversation/templates.server.ts'
import { deskWriting } from '#app/features/inquiries/conversation/writing.server.ts'
import { openDeskCase } from '#app/features/inquiries/desk-act.server.ts'
import { forwardingForm } from '#app/features/inquiries/desk-form.ts'
import { firmsToAsk } from '#app/features/inquiries/firms-to-ask.server.ts'
import { maskBuyer } from '#app/features/inquiries/masking.ts'
import { readOrganisationIfNamed } from '#app/features/inquiries/firm-page.server.ts'
import { ActPage } from '#app/features/inquiries/ui/act-page.tsx'
import { FirmSearch } from '#app/features/inquiries/ui/firm-search.tsx'
import { MaskedBuyerFacts } from '#app/features/inquiries/ui/masked-buyer.tsx'
import { OutgoingText } from '#app/features/inquiries/ui/outgoing-text.tsx'
import { nameFor, useReading } from '#app/features/inquiries/ui/reading.ts'
import { Button } from '#app/ui/button.tsx'
import { Choices } from '#app/ui/field.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, href } = await openDeskCase(request, params)
  const q = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 80)
  const buyer = maskBuyer(inquiry, await readOrganisationIfNamed(db, inquiry))
  return { href, ticket: inquiry.ticket, message: inquiry.message, templates: await templatesFor(db, ['forwarding'], 'ja'), buyer, q, firms: await firmsToAsk(db, inquiry.id, q) }
}

export const action = deskWriting(forwardingForm, 'forwarded', 'question', (tx, clerk, { id }, { company, question }, override) =>
  forwardInquiry(tx, clerk, id, { companyId: company, question, override }),
)

export default function Forwarding() {
  const { t } = useTranslation('desk')
  const locale = useReading()
  const { href, ticket, message, templates, buyer, q, firms } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const askable = firms.filter((firm) => firm.reachable && !firm.asked)
  const label = (firm: (typeof firms)[number]) => {
    const why = firm.asked ? t('inquiries.forwarding.asked') : firm.reachable ? '' : t('inquiries.forwarding.unreachable')
    return why ? `${nameFor(firm.name, locale)} (${why})` : nameFor(firm.name, locale)
  }
  return (
    <ActPage act="forwarding" href={href} ticket={ticket} lead={t('inquiries.forwarding.lead')} refused={refused}>
      <FirmSearch q={q} none={firms.length === 0} />
      <form method="post" noValidate>
        <Choices name="company" label={t('inquiries.forwarding.to')} required kept={refused?.kept} chosen={askable[0]?.id ?? ''} options={firms.map((firm) => ({ value: firm.id, label: label(firm) }))} />
        <OutgoingText name="question" label={t('inquiries.forwarding.label')} hint={t('inquiries.forwarding.hint')} required rows={10} defaultValue={message} templates={templates} refused={refused} />
        <h2>{t('inquiries.forwarding.sees')}</h2>
        <MaskedBuyerFacts buyer={buyer} />
        <Button>{t('inquiries.forwarding.send')}</Button>
      </form>
    </ActPage>
  )
}
