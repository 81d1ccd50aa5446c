import { useTranslation } from 'react-i18next'
import type { Answer, Answers, Question, Section } from '#db/schema/surveys.ts'
import { formatDate, type Locale } from '#app/platform/locale.ts'
import { codesOf, stepsOf } from '../engine.ts'
import styles from './surveys.module.css'

export function answerText(question: Question, answer: Answer, locale: Locale): string {
  if (question.options) return codesOf(answer).map((code) => question.options!.find((one) => one.code === code)?.[locale] ?? code).join('、')
  if (question.kind === 'date' && typeof answer === 'string') return formatDate(answer, locale)
  if (typeof answer === 'number') return `${new Intl.NumberFormat(locale).format(answer)}${question.unit ? ` ${question.unit[locale]}` : ''}`
  return String(answer)
}

/** What was answered, question by question; `href` leads back to each page. A section is named once, on however many pages it was asked. */
export function AnswerList({ sections, answers, href }: { sections: readonly Section[]; answers: Answers; href?: string }) {
  const { t, i18n } = useTranslation('surveys')
  const locale = i18n.language as Locale
  const Heading = href ? 'h2' : 'h3'
  return (
    <>
      {stepsOf(sections, answers).map(({ key, section, questions }, at, all) => (
        <section key={key}>
          {all[at - 1]?.section !== section && <Heading>{section.title[locale]}</Heading>}
          <dl className={styles.answers}>
            {questions.map((question) => {
              const answer = answers[question.code]
              return (
                <div key={question.code}>
                  <dt>{question.text[locale]}</dt>
                  <dd className={answer === undefined && question.required ? styles.missing : undefined}>{answer === undefined ? t('review.none') : answerText(question, answer, locale)}</dd>
                </div>
              )
            })}
          </dl>
          {href && (
            <p>
              <a href={`${href}/steps/${key}`}>
                {t('review.change')}
                <span className="visually-hidden">：{section.title[locale]}</span>
              </a>
            </p>
          )}
        </section>
      ))}
    </>
  )
}
