import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/field.tsx'
import type { Locale } from '#app/platform/locale.ts'
import { writeSearch, type SearchForm } from '../form.ts'
import type { Field } from '../naming.ts'
import type { Group } from '../selecting.ts'
import styles from './filters.module.css'

export type Counts = Record<Group, Record<string, number>>

/** What a mark is called, in the reader's language. */
export function useMarkName(fields: Field[]) {
  const { t, i18n } = useTranslation('catalogue')
  const locale = i18n.language as Locale
  const byId = new Map(fields.map((field) => [field.id, field]))
  return (group: Group, value: string): string => {
    if (group === 'field') return byId.get(value)?.[locale] ?? value
    const key = { stage: 'stages', mode: 'modes', region: 'regions' } as const
    return t(`${key[group]}.${value}` as 'stages.research', { defaultValue: value })
  }
}

/** The top fields with their counts, as links that can be swiped through. */
export function FieldRow({ search, fields, counts }: { search: SearchForm; fields: Field[]; counts: Counts }) {
  const { t, i18n } = useTranslation('catalogue')
  const locale = i18n.language as Locale
  const chosen = fields.find((field) => field.id === search.field)
  const parent = chosen?.parentId ?? chosen?.id ?? null
  const shown = fields.filter((field) => field.parentId === parent && (counts.field[field.id] ?? 0) > 0)
  if (shown.length === 0) return null
  const href = (field: string | undefined) => `/${locale}/technologies${writeSearch({ ...search, field, page: 1 })}`
  return (
    <nav className={styles.fields} aria-label={t('list.group.field')}>
      {chosen && <a href={href(chosen.parentId ?? undefined)}>← {chosen.parentId ? fields.find((field) => field.id === chosen.parentId)?.[locale] : t('list.all')}</a>}
      {shown.map((field) => (
        <a key={field.id} href={href(field.id)} aria-current={field.id === search.field ? 'true' : undefined}>
          {field[locale]} <small>{counts.field[field.id]}</small>
        </a>
      ))}
    </nav>
  )
}

/** Filters open without scripts; the ones in force are shown as chips that take them off. */
export function Filters({ search, fields, counts }: { search: SearchForm; fields: Field[]; counts: Counts }) {
  const { t, i18n } = useTranslation('catalogue')
  const name = useMarkName(fields)
  const groups = ['field', 'stage', 'mode', 'region'] as const
  const active = groups.filter((group) => search[group])
  const path = `/${i18n.language}/technologies`
  const children = new Set(fields.filter((field) => field.parentId).map((field) => field.id))
  const options = (group: Group) => {
    const values = group === 'field' ? fields.map((field) => field.id) : Object.keys(counts[group])
    return values
      .filter((value) => counts[group][value] || value === search[group])
      .map((value) => ({ value, label: `${group === 'field' && children.has(value) ? '　' : ''}${name(group, value)}（${counts[group][value] ?? 0}）` }))
  }
  return (
    <div className={styles.filters}>
      {active.length > 0 && (
        <ul className={styles.chips}>
          {active.map((group) => (
            <li key={group}>
              <a href={path + writeSearch({ ...search, [group]: undefined, page: 1 })} aria-label={t('list.remove', { label: name(group, search[group]!) })}>
                {name(group, search[group]!)} <span aria-hidden="true">×</span>
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
          {search.q && <input type="hidden" name="q" value={search.q} />}
          {search.order && <input type="hidden" name="order" value={search.order} />}
          {groups.map((group) => (
            <Select key={group} name={group} label={t(`list.group.${group}`)} options={options(group)} empty={t('list.all')} defaultValue={search[group]} />
          ))}
          <Button>{t('list.apply')}</Button>
        </form>
      </details>
    </div>
  )
}
