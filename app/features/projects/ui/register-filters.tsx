import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Locale } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import type { Field } from '../../catalogue/naming.ts'
import type { searchProjects } from '../register.server.ts'
import type { RegisterSearch } from '../search-form.ts'
import styles from './project-list.module.css'

type Choices = Awaited<ReturnType<typeof searchProjects>>['choices']
const GROUPS = ['forum', 'field', 'region', 'status'] as const

/** One form for words and marks; it opens without scripts and says what is in force. */
export function RegisterFilters({ search, choices, fields, home, more }: { search: RegisterSearch; choices: Choices; fields: Field[]; home?: string; more?: { active: boolean; inputs: ReactNode } }) {
  const { t, i18n } = useTranslation(['projects', 'catalogue'])
  const locale = i18n.language as Locale
  const label = {
    forum: (value: string) => t('round', { n: value }),
    field: (value: string) => fields.find((field) => field.id === value)?.[locale] ?? value,
    region: (value: string) => t(`catalogue:regions.${value as 'CN-BJ'}`),
    status: (value: string) => t(`statuses.${value as 'signed'}`),
  }
  const action = home ?? `/${locale}/projects`
  const active = GROUPS.filter((group) => search[group])
  const offered = (group: (typeof GROUPS)[number]) => {
    const own = search[group] === undefined ? null : String(search[group])
    return own && !choices[group].some((choice) => choice.value === own) ? [...choices[group], { value: own, n: 0 }] : choices[group]
  }
  return (
    <form method="get" action={action} role="search">
      <TextField name="q" type="search" label={t('search.label')} hint={t('search.hint')} defaultValue={search.q} enterKeyHint="search" />
      <details className={styles.panel} open={active.length > 0 || more?.active}>
        <summary>{t('filters')}</summary>
        <div className={styles.form}>
          {GROUPS.map((group) => (
            <Select
              key={group}
              name={group}
              label={t(`groups.${group}`)}
              empty={t('all')}
              defaultValue={search[group]}
              options={offered(group).map(({ value, n }) => ({ value, label: `${label[group](value)}（${n}）` }))}
            />
          ))}
          {more?.inputs}
        </div>
      </details>
      <Button>{t('search.send')}</Button>
      {(active.length > 0 || more?.active || search.q) && (
        <>
          {' '}
          <a href={action}>{t('search.clear')}</a>
        </>
      )}
    </form>
  )
}
