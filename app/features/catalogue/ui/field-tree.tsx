import { useTranslation } from 'react-i18next'
import type { Locale } from '#app/platform/locale.ts'
import type { Field } from '../naming.ts'
import styles from './field-tree.module.css'

/** The taxonomy as links with counts; `deep` shows the second level as well, and leads to the fields' own pages. */
export function FieldTree({ fields, counts, deep }: { fields: Field[]; counts: Record<string, number>; deep?: boolean }) {
  const locale = useTranslation().i18n.language as Locale
  const link = (field: Field) => (
    <a href={deep && counts[field.id] ? `/${locale}/fields/${field.id}` : `/${locale}/technologies?field=${field.id}`}>
      <span>{field[locale]}</span> <small>{counts[field.id] ?? 0}</small>
    </a>
  )
  return (
    <ul className={deep ? styles.deep : styles.flat}>
      {fields
        .filter((field) => field.parentId === null)
        .map((top) => (
          <li key={top.id}>
            {link(top)}
            {deep && (
              <ul>
                {fields
                  .filter((field) => field.parentId === top.id)
                  .map((field) => (
                    <li key={field.id}>{link(field)}</li>
                  ))}
              </ul>
            )}
          </li>
        ))}
    </ul>
  )
}
