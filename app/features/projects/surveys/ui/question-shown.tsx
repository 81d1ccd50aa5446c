import { useTranslation } from 'react-i18next'
import type { Question } from '#db/schema/surveys.ts'
import { htmlLang, locales, type Locale } from '#app/platform/locale.ts'
import styles from './surveys.module.css'

/** A question as it stands among the others of a questionnaire: in both languages, with what may be answered and when it is asked. */
export function QuestionShown({ question, all, edit }: { question: Question; all: readonly Question[]; edit?: string }) {
  const { t, i18n } = useTranslation('surveys')
  const { code, kind, required, text, options, unit, when } = question
  const asked = when && all.find((one) => one.code === when.question)
  const label = (answer: string) => asked?.options?.find((option) => option.code === answer)?.[i18n.language as Locale] ?? answer
  return (
    <div>
      <p className={styles.small}>
        {[code, t(`questionKinds.${kind}`), required && t('editor.mandatory')].filter(Boolean).join(' · ')}
        {edit && (
          <>
            {' · '}
            <a href={edit}>{t('editor.editQuestion')}</a>
          </>
        )}
      </p>
      {locales.map((language) => (
        <p key={language} lang={htmlLang[language]}>
          {text[language]}
          {unit && <span className={styles.small}>（{unit[language]}）</span>}
          {options && <span className={styles.options}>{options.map((option) => option[language]).join(' / ')}</span>}
        </p>
      ))}
      {when && <p className={styles.small}>{t('editor.condition', { question: when.question, codes: when.codes.map(label).join(' / ') })}</p>}
    </div>
  )
}
