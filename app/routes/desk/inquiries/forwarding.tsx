import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { forwardToFirms } from '#app/features/inquiries/brokering.server.ts'
import { templatesFor } from '#app/features/inquiries/conversation/templates.server.ts'
import { deskWriting } from '#app/features/inquiries/conversation/writing.server.ts'
import { openDeskCase } from '#app/features/inquiries/desk-act.server.ts'
import { forwardingForm } from '#app/features/inquiries/desk-form.ts'
import { firmsToAsk, needText } from '#app/features/inquiries/firms-to-ask.server.ts'
import { maskBuyer } from '#app/features/inquiries/masking.ts'
import { technologiesOf } from '#app/features/inquiries/receipt.server.ts'
import { readOrganisationIfNamed } from '#app/features/inquiries/firm-page.server.ts'
import { ActPage } from '#app/features/inquiries/ui/act-page.tsx'
import { FirmChoices } from '#app/features/inquiries/ui/firm-choices.tsx'
import { FirmSearch, SEARCHED_MOST } from '#app/features/inquiries/ui/firm-search.tsx'
import { MaskedBuyerFacts } from '#app/features/inquiries/ui/masked-buyer.tsx'
import { OutgoingText } from '#app/features/inquiries/ui/outgoing-text.tsx'
import { Button } from '#app/ui/button.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, href } = await openDeskCase(request, params)
  const { searchParams } = new URL(request.url)
  const q = (searchParams.get('q') ?? '').trim().slice(0, 80)
  const asked = await technologiesOf(db, inquiry.id)
  const need = (searchParams.get('need') ?? (asked.length === 0 ? needText(inquiry) : '')).trim().slice(0, SEARCHED_MOST)
  const buyer = maskBuyer(inquiry, await readOrganisationIfNamed(db, inquiry))
  return { href, ticket: inquiry.ticket, free: asked.length === 0, message: inquiry.message, templates: await templatesFor(db, ['forwarding'], 'ja'), buyer, q, need, firms: await firmsToAsk(db, inquiry.id, q, need) }
}

export const action = deskWriting(forwardingForm, 'forwarded', 'question', (tx, clerk, { id }, { company, question }, override) =>
  forwardToFirms(tx, clerk, id, { companyIds: company, question, override }),
)

export default function Forwarding() {
  const { t } = useTranslation('desk')
  const { href, ticket, free, message, templates, buyer, q, need, firms } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const askable = firms.filter((firm) => firm.reachable && !firm.asked)
  return (
    <ActPage act="forwarding" href={href} ticket={ticket} lead={t('inquiries.forwarding.lead')} refused={refused}>
      <FirmSearch q={q} need={need} open={free || q !== '' || firms.length === 0} />
      <form method="post" noValidate>
        <FirmChoices firms={firms} kept={refused?.kept} chosen={free ? [] : askable.slice(0, 1).map(({ id }) => id)} />
        <OutgoingText name="question" label={t('inquiries.forwarding.label')} hint={t('inquiries.forwarding.hint')} required rows={10} defaultValue={message} templates={templates} refused={refused} />
        <h2>{t('inquiries.forwarding.sees')}</h2>
        <MaskedBuyerFacts buyer={buyer} />
        <Button>{t('inquiries.forwarding.send')}</Button>
      </form>
    </ActPage>
  )
}
