import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { proxyConsentForm } from '#app/features/inquiries/casework-form.ts'
import { attemptChannels, refusalReasons } from '#app/features/inquiries/choices.ts'
import { deskAct, openDeskApproach } from '#app/features/inquiries/desk-act.server.ts'
import { giveConsent, refuseConsent } from '#app/features/inquiries/introducing.server.ts'
import { ActPage } from '#app/features/inquiries/ui/act-page.tsx'
import { now } from '#app/platform/clock.ts'
import { Button } from '#app/ui/button.tsx'
import { Choices } from '#app/ui/field.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, approach, href } = await openDeskApproach(request, params)
  const sides = (['buyer', 'firm'] as const).filter((side) => !(side === 'buyer' ? approach.buyerConsentAt : approach.firmConsentAt))
  return { href, ticket: inquiry.ticket, sides }
}

/** The text that was read out is the notice's, in the side's usual language. */
const LANGUAGE = { buyer: 'zh', firm: 'ja' } as const

export const action = deskAct(proxyConsentForm, 'consent-noted', (tx, clerk, { approach }, { side, decision, how, reason }) =>
  decision === 'agree' ? giveConsent(tx, approach, side, LANGUAGE[side], { clerk, how, at: now() }) : refuseConsent(tx, approach, side, reason ?? 'other', clerk),
)

export default function Consent() {
  const { t } = useTranslation(['casework', 'inquiries', 'desk'])
  const { href, ticket, sides } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const kept = refused?.kept
  return (
    <ActPage act="consent" href={href} ticket={ticket} lead={t('consent.lead')} refused={refused}>
      <h2>{t('desk:inquiries.consents.fields')}</h2>
      <ul>
        <li>{t('desk:inquiries.consents.buyer')}</li>
        <li>{t('desk:inquiries.consents.firm')}</li>
      </ul>
      <form method="post" noValidate>
        <Choices name="side" label={t('consent.side')} required chosen={sides.length === 1 ? sides[0]! : ''} kept={kept} options={sides.map((side) => ({ value: side, label: t(`consent.${side}`) }))} />
        <Choices name="decision" label={t('consent.decision')} required kept={kept} options={[{ value: 'agree', label: t('consent.agree') }, { value: 'refuse', label: t('consent.refuse') }]} />
        <Choices name="how" label={t('consent.how')} required kept={kept} options={attemptChannels.map((one) => ({ value: one, label: t(`attempt.${one}`) }))} />
        <Choices name="reason" label={t('consent.reason')} kept={kept} options={refusalReasons.map((one) => ({ value: one, label: t(`inquiries:refusalReason.${one}`) }))} />
        <Button>{t('consent.send')}</Button>
      </form>
    </ActPage>
  )
}
