import { useTranslation } from 'react-i18next'
import { formatDate, type Locale } from '#app/platform/locale.ts'
import type { PublishedResults } from '../published-results.ts'
import { Figures } from './figures.tsx'
import styles from './surveys.module.css'

type Earlier = NonNullable<PublishedResults['earlier']>
type Question = Earlier['questions'][number]

/** The results of an earlier event, of which only the published figures exist: all of them, as they were published. */
export function EarlierResults({ earlier: { name, from, to, answers, about, questions, source } }: { earlier: Earlier }) {
  const { t, i18n } = useTranslation('surveys')
  const locale = i18n.language as Locale
  return (
    <section>
      <h2>{t('results.earlierTitle', { name: name[locale] })}</h2>
      <p>
        {t('results.earlierLead', { from: formatDate(from, locale), to: formatDate(to, locale), n: answers })}
        {about && ` ${about[locale]}`}
      </p>
      {questions.map((question) => (question.open ? <Named key={question.code} question={question} /> : <Shares key={question.code} question={question} />))}
      <p className={styles.small}>{t('results.source', { source: source[locale] })}</p>
    </section>
  )
}

/** Shares and counts, and beside them the shares at the forums before, where they were published too. */
function Shares({ question: { text, options } }: { question: Question }) {
  const { t, i18n } = useTranslation('surveys')
  const locale = i18n.language as Locale
  const before = new Map(options.flatMap((option) => (option.before ?? []).map((share) => [share.forum, share] as const)))
  return (
    <Figures
      caption={text[locale]}
      head={[t('results.head'), t('results.percent'), t('results.answers'), ...[...before.values()].map(({ forum, highest }) => t(highest ? 'results.highest' : 'results.atForum', { n: forum }))]}
      rows={options.map((option) => ({
        label: option[locale],
        cells: [option.percent, option.answers, ...[...before.keys()].map((forum) => option.before?.find((share) => share.forum === forum)?.percent ?? null)].map((n) => (n === null ? null : String(n))),
      }))}
    />
  )
}

/** What people named in their own words. */
function Named({ question: { text, open } }: { question: Question }) {
  const { t, i18n } = useTranslation('surveys')
  const locale = i18n.language as Locale
  if (!open) return null
  return (
    <>
      <h3>{text[locale]}</h3>
      {(open.answers !== null || open.note) && <p>{[open.answers !== null && t('results.count', { n: open.answers }), open.note?.[locale]].filter(Boolean).join('。')}</p>}
      <ul>
        {open.topics.map((topic) => (
          <li key={topic.ja}>{topic[locale]}</li>
        ))}
      </ul>
    </>
  )
}
