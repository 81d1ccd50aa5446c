import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/field.tsx'
import type { FilterView } from '../filtering.ts'
import { writeSearch, type SearchForm } from '../form.ts'
import styles from './filters.module.css'

const GROUPS = ['stage', 'mode', 'region'] as const

/** The fields of one level with their counts, as links that can be swiped through. */
export function FieldRow({ search, view }: { search: SearchForm; view: FilterView }) {
  const { t, i18n } = useTranslation('catalogue')
  if (view.fields.length === 0 && !view.chosen) return null
  const href = (field: string | undefined) => `/${i18n.language}/technologies${writeSearch({ ...search, field, page: 1 })}`
  return (
    <nav className={styles.fields} aria-label={t('list.group.field')}>
      {view.chosen && <a href={href(view.chosen.up ?? undefined)}>← {view.chosen.upLabel ?? t('list.all')}</a>}
      {view.fields.map((field) => (
        <a key={field.value} href={href(field.value)} aria-current={field.value === search.field ? 'true' : undefined}>
          {field.label} <small>{field.n}</small>
        </a>
      ))}
    </nav>
  )
}

/** Filters open without scripts; the ones in force are shown as chips that take them off. */
export function Filters({ search, view }: { search: SearchForm; view: FilterView }) {
  const { t, i18n } = useTranslation('catalogue')
  const path = `/${i18n.language}/technologies`
  const name = (group: (typeof GROUPS)[number], value: string) => view[group].find((choice) => choice.value === value)?.label ?? value
  const active = [
    ...(view.chosen && search.field ? [{ group: 'field', label: view.chosen.label }] : []),
    ...GROUPS.flatMap((group) => (search[group] ? [{ group, label: name(group, search[group]) }] : [])),
  ]
  return (
    <div className={styles.filters}>
      {active.length > 0 && (
        <ul className={styles.chips}>
          {active.map(({ group, label }) => (
            <li key={group}>
              <a href={path + writeSearch({ ...search, [group]: undefined, page: 1 })} aria-label={t('list.remove', { label })}>
                {label} <span aria-hidden="true">×</span>
              </a>
            </li>
          ))}
          {active.length > 1 && (
            <li>
              <a href={path + writeSearch({ q: search.q, order: search.order })}>{t('list.clear')}</a>
            </li>
          )}
        </ul>
      )}
      <details className={styles.panel}>
        <summary>{active.length ? t('list.filtersOn', { n: active.length }) : t('list.filters')}</summary>
        <form method="get" action={path} className={styles.form}>
          {(['q', 'order', 'field'] as const).map((kept) => search[kept] && <input key={kept} type="hidden" name={kept} value={search[kept]} />)}
          {GROUPS.map((group) => (
            <Select
              key={group}
              name={group}
              label={t(`list.group.${group}`)}
              options={view[group].map(({ value, label, n }) => ({ value, label: `${label}（${n}）` }))}
              empty={t('list.all')}
              defaultValue={search[group]}
            />
          ))}
          <Button>{t('list.apply')}</Button>
        </form>
      </details>
    </div>
  )
}
