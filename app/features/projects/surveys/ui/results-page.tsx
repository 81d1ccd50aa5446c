import { useTranslation } from 'react-i18next'
import type { Locale } from '#app/platform/locale.ts'
import { BarChart } from '#app/ui/chart.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { PublishedResults } from '../published-results.ts'
import { EarlierResults } from './earlier-results.tsx'
import styles from './surveys.module.css'

/** An event's results, beside the published ones of an earlier event where both asked the same. */
export function ResultsPage({ name, back, answers, questions, earlier }: PublishedResults & { name: { ja: string; zh: string }; back?: string }) {
  const { t, i18n } = useTranslation('surveys')
  const locale = i18n.language as Locale
  return (
    <Sheet title={t('results.title', { name: name[locale] })} {...(back ? { back: { href: back } } : {})}>
      {answers === null ? <p>{t('results.none')}</p> : <p>{t('results.count', { n: answers })}</p>}
      <p className={styles.small}>{t('results.small')}</p>
      {answers !== null && questions.map(({ code, text, options, answered, compared }) => (
        <section key={code}>
          <h2>{text[locale]}</h2>
          {answered === null ? (
            <p>{t('results.none')}</p>
          ) : (
            <BarChart
              title={t('results.count', { n: answered })}
              head={t('results.head')}
              series={[{ name: t('results.share'), kind: 'bar' }, ...(compared && earlier ? [{ name: t('results.earlier', { name: earlier.name[locale] }), kind: 'bar' as const }] : [])]}
              rows={options.map((option) => ({ label: option[locale], values: compared ? [option.percent, option.earlier] : [option.percent] }))}
              summary={t('results.summary', { n: answered, most: [...options].sort((a, b) => (b.percent ?? 0) - (a.percent ?? 0))[0]?.[locale] ?? '' })}
            />
          )}
        </section>
      ))}
      {earlier && <EarlierResults earlier={earlier} />}
    </Sheet>
  )
}
