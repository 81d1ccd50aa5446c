import { useTranslation } from 'react-i18next'
import type { Locale } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Seal } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { StepRefused, StepView } from '../stepping.server.ts'
import { QuestionFields } from './question-fields.tsx'
import styles from './surveys.module.css'

/** A page of questions: saved as a whole or in part, and gone on with or put off. */
export function StepPage({ step, href, refused, tooOften }: { step: StepView; href: string; refused?: StepRefused | undefined; tooOften?: boolean | undefined }) {
  const { t, i18n } = useTranslation('surveys')
  const here = `${href}/steps/${step.key}`
  return (
    <Sheet title={step.title[i18n.language as Locale]} back={{ href, label: t('step.start') }}>
      <p className={styles.pages}>{t('step.of', { n: step.n, all: step.all })}</p>
      {(refused || tooOften) && (
        <Notice tone="waiting" role="alert">
          <p>{t(tooOften ? 'step.tooOften' : refused?.conflict ? 'step.conflict' : 'step.errors')}</p>
        </Notice>
      )}
      <form method="post" action={here} noValidate>
        <Seal seal={step.seal} />
        <input type="hidden" name="_edition" value={refused ? refused.edition : step.edition} />
        <QuestionFields questions={step.questions} answers={step.answers} kept={refused?.kept} />
        <div className={styles.buttons}>
          <Button>{t('step.next')}</Button>
          <Button tone="quiet" formAction={`${here}/pause`}>
            {t('step.pause')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
