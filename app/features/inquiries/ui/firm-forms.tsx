import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Choices, TextArea, type Kept } from '#app/ui/field.tsx'
import { SubmissionKey } from '#app/ui/submission-key.tsx'
import { declineReasons } from '../choices.ts'

interface FirmForm {
  href: string
  kept?: Kept | null
}

export function InterestForm({ href, kept }: FirmForm) {
  const { t } = useTranslation('inquiries')
  return (
    <form method="post" action={`${href}/reply`} noValidate>
      <SubmissionKey />
      <TextArea name="reply" label={t('answer.replyBody')} hint={t('answer.replyLead')} required rows={8} maxLength={4000} kept={kept} />
      <Button wide>{t('answer.interested')}</Button>
    </form>
  )
}

export function QuestionForm({ href, kept }: FirmForm) {
  const { t } = useTranslation('inquiries')
  return (
    <form method="post" action={`${href}/question`} noValidate>
      <SubmissionKey />
      <TextArea name="question" label={t('answer.askBody')} rows={4} maxLength={4000} kept={kept} />
      <Button tone="quiet">{t('answer.askSend')}</Button>
    </form>
  )
}

export function DeclineForm({ href, kept }: FirmForm) {
  const { t } = useTranslation('inquiries')
  return (
    <form method="post" action={`${href}/refusal`} noValidate>
      <SubmissionKey />
      <Choices name="reason" label={t('answer.declineReason')} required kept={kept} options={declineReasons.map((reason) => ({ value: reason, label: t(`declineReason.${reason}`) }))} />
      <TextArea name="remark" label={t('answer.declineBody')} rows={3} maxLength={2000} kept={kept} />
      <Button tone="harm">{t('answer.declineSend')}</Button>
    </form>
  )
}
