import { useTranslation } from 'react-i18next'
import type { InboxRow } from '../inbox.server.ts'
import { Chip } from './chip.tsx'
import { useBuyerLine } from './masked-buyer.tsx'
import { nameFor, useReading } from './reading.ts'
import styles from './inbox-table.module.css'

/** Cases in rows; on a phone each row is a card. */
export function InboxTable({ rows }: { rows: readonly InboxRow[] }) {
  const { t } = useTranslation('desk')
  return (
    <table className={styles.inbox}>
      <thead>
        <tr>
          {(['ticket', 'what', 'who', 'owner', 'age'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`inquiries.inbox.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row }: { row: InboxRow }) {
  const { t } = useTranslation(['desk', 'inquiries'])
  const locale = useReading()
  const buyerLine = useBuyerLine()
  const names = row.technologies.map((name) => nameFor(name, locale)).join('、')
  return (
    <tr>
      <td>
        <a href={`/${locale}/desk/inquiries/${row.id}`}>{row.ticket}</a>
      </td>
      <td>
        {names || t('inquiries.inbox.office')} <small>{t(`inquiries:kind.${row.kind}`)}</small>{' '}
        {row.held && ['received', 'checking'].includes(row.stage) && <Chip tone="harm">{t('inquiries.inbox.held')}</Chip>}
        <span className={styles.text}>{row.message}</span>
      </td>
      <td data-label={t('inquiries.inbox.who')}>{buyerLine(row)}</td>
      <td data-label={t('inquiries.inbox.owner')}>{row.owner ?? t('inquiries.inbox.nobody')}</td>
      <td data-label={t('inquiries.inbox.age')} className={row.overdue ? styles.over : styles.age}>
        {row.age === 0 ? t('inquiries.inbox.today') : t('inquiries.inbox.days', { n: row.age })} {row.overdue && <Chip tone="ours">{t('inquiries.inbox.overdue')}</Chip>}
      </td>
    </tr>
  )
}
