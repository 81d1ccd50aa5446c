import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/ui/button.tsx'
import type { Choice } from '../filtering.ts'
import { writeSearch, type SearchForm } from '../form.ts'
import { ORDERS } from '../ordering.ts'
import styles from './result-head.module.css'

interface Shown {
  total: number
  also: string[]
  relaxed: boolean
  missing: string[]
}

/** How many there are, what was and was not found, and in which order they stand. */
export function ResultHead({ found, search, instead }: { found: Shown; search: SearchForm; instead: string[] }) {
  const { t, i18n } = useTranslation('catalogue')
  const path = `/${i18n.language}/technologies`
  return (
    <div className={styles.head}>
      <p className={styles.total} role="status">
        {search.q ? t('list.totalFor', { q: search.q.slice(0, 40), n: found.total }) : t('list.total', { n: found.total })}
      </p>
      {found.total > 0 && (
        <details className={styles.order}>
          <summary>
            {t('list.order.label')}: {t(`list.order.${search.order ?? 'kana-asc'}`)}
          </summary>
          <p>{t('list.order.drawn')}</p>
          <ul>
            {ORDERS.map((order) => (
              <li key={order}>
                <a href={path + writeSearch({ ...search, order, page: 1 })} aria-current={order === search.order ? 'true' : undefined}>
                  {t(`list.order.${order}`)}
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
      {instead.length > 0 && (
        <p className={styles.instead}>
          {t('list.instead')}{' '}
          {instead.map((q) => (
            <a key={q} href={path + writeSearch({ ...search, q, page: 1 })}>
              {q}
            </a>
          ))}
        </p>
      )}
      {found.also.length > 0 && (
        <p className={styles.also}>
          {t('list.understood')}: {found.also.join('、')}
        </p>
      )}
      {found.total > 0 && found.relaxed && (
        <p className={styles.relaxed}>
          {t('list.relaxed')}
          {found.missing.length > 0 && ` ${t('list.missing')}: ${found.missing.join('、')}`}
        </p>
      )}
    </div>
  )
}

/** No hit is not a dead end: what was tried, and where to go from here. */
export function NothingFound({ found, search, neighbours, first }: { found: Shown; search: SearchForm; neighbours: Choice[]; first: string }) {
  const { t, i18n } = useTranslation('catalogue')
  if (found.total > 0) {
    return (
      <p>
        {t('list.pastEnd')} <a href={first}>{t('list.first')}</a>
      </p>
    )
  }
  return (
    <section className={styles.none}>
      <h2>{t('list.none.title')}</h2>
      {search.q && <p>{t('list.none.tried', { q: search.q.slice(0, 60) })}</p>}
      <p>{t('list.none.advice')}</p>
      <p className={styles.ways}>
        <LinkButton href={`/${i18n.language}/needs/new${search.q ? `?about=${encodeURIComponent(search.q.slice(0, 200))}` : ''}`}>{t('list.none.ask')}</LinkButton>
      </p>
      <h3>{t('list.none.fields')}</h3>
      <ul className={styles.neighbours}>
        {neighbours.map((field) => (
          <li key={field.value}>
            <a href={`/${i18n.language}/technologies${writeSearch({ field: field.value })}`}>
              {field.label} <small>{field.n}</small>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
