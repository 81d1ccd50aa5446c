import { useTranslation } from 'react-i18next'
import { formatTime } from '#app/platform/locale.ts'
import { days } from '#app/platform/spans.ts'
import { Written } from '#app/ui/written.tsx'
import type { InboxRow } from '../inbox/inbox.server.ts'
import { isOpen } from '../stages.ts'
import { Chip, toneOf } from './chip.tsx'
import { useBuyerLine } from './masked-buyer.tsx'
import { nameFor, useReading } from './reading.ts'
import styles from './inbox-table.module.css'

interface Shown {
  now: Date
  picked: readonly string[]
}

/** Cases in rows; on a phone each row is a card. */
export function InboxTable({ rows, ...shown }: { rows: readonly InboxRow[] } & Shown) {
  const { t } = useTranslation('inbox')
  return (
    <table className={styles.inbox}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t('column.tick')}</span>
          </th>
          {(['ticket', 'what', 'who', 'owner', 'due'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} {...shown} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row, now, picked }: { row: InboxRow } & Shown) {
  const { t } = useTranslation(['inbox', 'desk', 'inquiries', 'casework'])
  const locale = useReading()
  const buyerLine = useBuyerLine()
  const href = `/${locale}/desk/inquiries/${row.id}`
  const names = row.technologies.map((name) => nameFor(name, locale)).join('、')
  return (
    <tr data-case className={row.mine ? styles.mine : undefined}>
      <td className={styles.tick}>
        {isOpen(row.stage) && <input type="checkbox" name="id" value={row.id} aria-label={t('tick', { ticket: row.ticket })} defaultChecked={picked.includes(row.id)} />}
      </td>
      <td className={styles.ticket}>
        <a href={href}>{row.ticket}</a> <Chip tone={toneOf(row.stage)}>{t(`desk:inquiries.stage.${row.stage}`)}</Chip>
      </td>
      <td>
        {names || t('desk:inquiries.inbox.office')} <small>{t(`inquiries:kind.${row.kind}`)}</small>{' '}
        {row.held && ['received', 'checking'].includes(row.stage) && <Chip tone="harm">{t('desk:inquiries.inbox.held')}</Chip>} {row.escalatedAt && isOpen(row.stage) && <Chip tone="harm">{t('escalated')}</Chip>}
        <span className={styles.text} lang={row.locale === 'zh' ? 'zh-Hans' : 'ja'}>
          {row.message}
        </span>
        {row.tasks.map((task) => (
          <a key={task.id} className={styles.task} href={`${href}/tasks/${task.id}`}>
            {t(`casework:tasks.kind.${task.kind}`)} <small>{t(`casework:tasks.about.${task.about}` as 'casework:tasks.about.inquiry-relay')}</small>
          </a>
        ))}
      </td>
      <td data-label={t('column.who')}>{buyerLine(row)}</td>
      <td data-label={t('column.owner')}>
        {row.mine ? <strong>{t('me')}</strong> : <Written text={row.owner ?? t('nobody')} />} {row.office && <small>{t(`casework:offices.${row.office}`)}</small>}
      </td>
      <td data-label={t('column.due')}>
        <Due row={row} now={now} />
      </td>
    </tr>
  )
}

function Due({ row, now }: { row: InboxRow; now: Date }) {
  const { t } = useTranslation(['inbox', 'desk', 'casework'])
  const locale = useReading()
  if (!isOpen(row.stage)) return <>{t('due.ended', { at: formatTime(row.updatedAt, locale) })}</>
  const over = row.group === 'overdue' && row.dueAt ? Math.floor((now.getTime() - row.dueAt.getTime()) / days(1)) : null
  const firms = row.waitsFor === 'firm' ? row.firms.filter(({ stage }) => stage === 'forwarded' || stage === 'consenting').map((firm) => nameFor(firm, locale)) : []
  const who = firms.length > 0 ? firms.join('、') : row.waitsFor && t(`casework:due.waits.${row.waitsFor}`)
  return (
    <>
      <span className={over === null && row.group !== 'today' ? styles.due : styles.over}>
        {!row.dueAt ? t('due.none') : row.group === 'today' ? t('due.today') : formatTime(row.dueAt, locale)}
        {over !== null && <Chip tone="ours">{over === 0 ? t('due.overToday') : t('due.over', { n: over })}</Chip>}
      </span>
      {who && <span className={styles.from}>{t('due.from', { who })}</span>}
    </>
  )
}
