import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { TextArea, type Kept } from '#app/ui/field.tsx'
import { SubmissionKey } from '#app/ui/submission-key.tsx'

/** The buyer's words to the office: an answer where one was asked for, otherwise whatever is to be added. */
export function ReplyForm({ href, kept, asked }: { href: string; kept?: Kept | null; asked?: boolean }) {
  const { t } = useTranslation('inquiries')
  return (
    <form method="post" action={`${href}/reply`} noValidate>
      <SubmissionKey />
      <TextArea name="reply" label={t(asked ? 'receipt.replyAsked' : 'receipt.reply')} hint={t('receipt.replyHint')} rows={4} maxLength={4000} kept={kept} />
      <Button tone={asked ? undefined : 'quiet'}>{t('receipt.send')}</Button>
    </form>
  )
}
