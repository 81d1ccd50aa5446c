import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { SubmissionKey } from '#app/ui/submission-key.tsx'

/** Either side may say that the two have begun to talk. */
export function DialogueForm({ href, approach, company }: { href: string; approach: string; company: string | null }) {
  const { t } = useTranslation('casework')
  return (
    <form method="post" action={`${href}/dialogue`}>
      <SubmissionKey />
      <input type="hidden" name="approach" value={approach} />
      <p>
        {t('dialogue.ask')} {company}
      </p>
      <Button tone="quiet">{t('dialogue.send')}</Button>
    </form>
  )
}
