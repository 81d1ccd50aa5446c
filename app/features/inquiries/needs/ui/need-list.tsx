import { useTranslation } from 'react-i18next'
import type { Field } from '#app/features/catalogue/naming.ts'
import { formatDate } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { useReading } from '../../ui/reading.ts'
import type { PublicNeed } from '../public-needs.server.ts'
import type { NeedSearch } from '../search-form.ts'
import { useNeedWords } from './need-facts.tsx'
import styles from './needs.module.css'

/** Published needs, each with what says whether it is worth reading. */
export function NeedList({ items, fields }: { items: readonly PublicNeed[]; fields: readonly Field[] }) {
  const { t } = useTranslation('needs')
  const locale = useReading()
  const say = useNeedWords()
  return (
    <ol className={styles.list}>
      {items.map((need) => (
        <li key={need.slug}>
          <a className={styles.title} href={`/${locale}/needs/${need.slug}`}>
            {need.title[locale]}
          </a>
          <div className={styles.marks}>
            {[say.kind(need.organisationKind), say.region(need.region), ...need.fields.map((id) => fields.find((field) => field.id === id)?.[locale])].filter(Boolean).map((word) => (
              <span key={word}>{word}</span>
            ))}
          </div>
          <p className={styles.excerpt}>{need.text[locale]}</p>
          <p className={styles.quiet}>
            {need.publishedAt && t('list.published', { date: formatDate(need.publishedAt, locale) })} / {t('list.until', { date: formatDate(need.closesOn, locale) })}
          </p>
        </li>
      ))}
    </ol>
  )
}

/** Words and a field; both stand in the address. */
export function NeedFilters({ search, counts, fields }: { search: NeedSearch; counts: readonly { id: string; n: number }[]; fields: readonly Field[] }) {
  const { t } = useTranslation('needs')
  const locale = useReading()
  const offered = search.field && !counts.some(({ id }) => id === search.field) ? [...counts, { id: search.field, n: 0 }] : counts
  return (
    <form method="get" action={`/${locale}/needs`} role="search" className={styles.filters}>
      <TextField name="q" type="search" label={t('list.search')} defaultValue={search.q} maxLength={200} placeholder={t('list.searchHint')} enterKeyHint="search" />
      <Select name="field" label={t('list.field')} empty={t('list.all')} defaultValue={search.field} options={offered.map(({ id, n }) => ({ value: id, label: `${fields.find((field) => field.id === id)?.[locale] ?? id}（${n}）` }))} />
      <Button tone="quiet">{t('list.send')}</Button>
    </form>
  )
}
