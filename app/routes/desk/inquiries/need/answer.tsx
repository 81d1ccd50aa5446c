import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { attemptChannels } from '#app/features/inquiries/choices.ts'
import { deskAct } from '#app/features/inquiries/desk-act.server.ts'
import { openNeedAtDesk } from '#app/features/inquiries/needs/desk-need.server.ts'
import { spokenPublicationForm } from '#app/features/inquiries/needs/need-form.ts'
import { agreeToPublication, refusePublication } from '#app/features/inquiries/needs/publishing.server.ts'
import { NeedAct } from '#app/features/inquiries/needs/ui/need-act.tsx'
import { now } from '#app/platform/clock.ts'
import { i18nOf } from '#app/platform/locale.ts'
import { Choices } from '#app/ui/field.tsx'

export const loader = ({ request, params }: LoaderFunctionArgs) => openNeedAtDesk(request, params)

/** The sentence that was read out is the one in the buyer's language. */
export const action = deskAct(
  spokenPublicationForm,
  'publication-noted',
  (tx, clerk, { id }, { decision, words, how, locale }) => (decision === 'agree' ? agreeToPublication(tx, id, words, locale, { clerk, how, at: now() }) : refusePublication(tx, id, clerk)),
  '/need',
)

export default function Answer() {
  const { t } = useTranslation(['needs', 'casework'])
  const opened = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const kept = refused?.kept
  return (
    <NeedAct {...opened} title={t('answer.title')} lead={t('answer.lead')} send={t('answer.send')} open={['draft', 'published']} refused={refused}>
      <h2>{t('answer.read')}</h2>
      <blockquote>{i18nOf[opened.buyerLocale].t('needs:consent.agreeText')}</blockquote>
      <input type="hidden" name="words" value={opened.hash} />
      <input type="hidden" name="locale" value={opened.buyerLocale} />
      <Choices name="decision" label={t('answer.decision')} required kept={kept} options={[{ value: 'agree', label: t('answer.agree') }, { value: 'refuse', label: t('answer.refuse') }]} />
      <Choices name="how" label={t('answer.how')} required kept={kept} options={attemptChannels.map((one) => ({ value: one, label: t(`casework:attempt.${one}`) }))} />
    </NeedAct>
  )
}
