import { useTranslation } from 'react-i18next'
import { formatDate, type Locale } from '#app/platform/locale.ts'
import { Written } from '#app/ui/written.tsx'
import { RecordTable } from '#app/ui/record-table.tsx'
import { named } from '../../../catalogue/naming.ts'
import type { ProjectRow } from '../../register.server.ts'
import styles from './desk.module.css'

/** Projects at the desk: a table on wide screens, cards on phones. */
export function ProjectTable({ items, longAgo }: { items: ProjectRow[]; longAgo: string }) {
  const { t, i18n } = useTranslation(['projectdesk', 'projects'])
  const locale = i18n.language as Locale
  return (
    <RecordTable className={styles.table}>
      <thead>
        <tr>
          {(['project', 'parties', 'status', 'confirmed'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`list.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <td>
              <small>{item.forum === null ? t(`states.${item.state}`) : item.number === null ? t('projects:round', { n: item.forum }) : t('projects:number', { round: item.forum, n: item.number })}</small>
              <a href={`/${locale}/desk/projects/${item.id}`}><Written text={named(item.title, locale).text} /></a>
            </td>
            <td data-label={t('list.parties')}><Written text={item.parties.map((party) => named(party.name, locale).text).join(' / ')} /></td>
            <td data-label={t('list.status')}>{item.state === 'announced' ? t(`projects:statuses.${item.status}`) : t(`states.${item.state}`)}</td>
            <td data-label={t('list.confirmed')} className={item.state === 'announced' && (!item.lastConfirmedOn || item.lastConfirmedOn < longAgo) ? styles.due : undefined}>
              {item.lastConfirmedOn ? formatDate(item.lastConfirmedOn, locale) : item.state === 'announced' ? t('list.never') : '—'}
            </td>
          </tr>
        ))}
      </tbody>
    </RecordTable>
  )
}
