import { useTranslation } from 'react-i18next'
import type { Answers, Section } from '#db/schema/surveys.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { AnswerList } from './answer-list.tsx'

/** All answers once more before they are sent. */
export function ReviewPage({ sections, answers, href, refused }: { sections: readonly Section[]; answers: Answers; href: string; refused?: string | undefined }) {
  const { t } = useTranslation('surveys')
  return (
    <Sheet title={t('review.title')} lead={t('review.lead')} back={{ href, label: t('step.start') }}>
      {refused && (
        <Notice tone="waiting" role="alert">
          <p>{t(`refused.${refused as 'closed'}`)}</p>
        </Notice>
      )}
      <AnswerList sections={sections} answers={answers} href={href} />
      <form method="post" action={`${href}/review`}>
        <Button wide>{t('review.send')}</Button>
      </form>
    </Sheet>
  )
}
