import { useTranslation } from 'react-i18next'
import { formatDate } from '#app/platform/locale.ts'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { RecordTable } from '#app/ui/record-table.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { PER_PAGE, queues, type Queue, type QueueRow } from '../queue.ts'
import { BothNames, nameIn, useLocale } from './both-names.tsx'
import { Chip } from './chip.tsx'
import styles from './review.module.css'

interface QueuePageProps {
  queue: Queue
  counts: Record<Queue, number>
  rows: readonly QueueRow[]
  page: number
  done: string | null
}

/** From this day on a firm has waited too long. */
const LATE = 7

/** What lies at the desk about listings; what waits longest stands first. */
export function QueuePage({ queue, counts, rows, page, done }: QueuePageProps) {
  const { t } = useTranslation('review')
  const desk = `/${useLocale()}/desk/listings`
  const address = (to: Queue, at = 1) => `${desk}?show=${to}${at > 1 ? `&page=${at}` : ''}`
  return (
    <DeskPage title={t('title')}>
      {done && (
        <Notice role="status">
          <p>{t(`done.${done}` as 'done.published', { defaultValue: t('done.other') })}</p>
        </Notice>
      )}
      <Tabs label={t('queue.label')} tabs={queues.map((one) => ({ href: address(one), label: t(`queue.tab.${one}`), count: counts[one], here: one === queue }))} />
      <p>{t(`queue.lead.${queue}`)}</p>
      {rows.length === 0 ? <p>{t('queue.empty')}</p> : <QueueTable queue={queue} rows={rows} />}
      <Pager page={page} pages={Math.ceil(counts[queue] / PER_PAGE)} href={(to) => address(queue, to)} />
    </DeskPage>
  )
}

function QueueTable({ queue, rows }: { queue: Queue; rows: readonly QueueRow[] }) {
  const { t } = useTranslation('review')
  const reviewed = queue === 'review' || queue === 'translation' || queue === 'sign-off'
  return (
    <RecordTable className={styles.queue}>
      <thead>
        <tr>
          <th scope="col">{t(queue === 'companies' ? 'queue.details' : 'queue.technology')}</th>
          <th scope="col">{t('queue.company')}</th>
          <th scope="col">{t(`queue.since.${queue}`)}</th>
          {reviewed && <th scope="col">{t('queue.kind')}</th>}
          {reviewed && <th scope="col">{t('queue.warnings')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.key} row={row} queue={queue} reviewed={reviewed} />
        ))}
      </tbody>
    </RecordTable>
  )
}

function Row({ row, queue, reviewed }: { row: QueueRow; queue: Queue; reviewed: boolean }) {
  const { t } = useTranslation('review')
  const locale = useLocale()
  return (
    <tr>
      <td>
        <BothNames name={row.name} href={`/${locale}/desk/listings/${row.path}`} />
      </td>
      <td data-label={t('queue.company')}>{nameIn(row.company, locale)}</td>
      <td data-label={t(`queue.since.${queue}`)} className={reviewed && row.age >= LATE ? styles.late : styles.nowrap}>
        {formatDate(row.since, locale)} {queue === 'public' ? null : <span className={styles.other}>{queue === 'deleted' ? t('queue.left', { n: row.left }) : t('queue.days', { n: row.age })}</span>}
      </td>
      {reviewed && (
        <td data-label={t('queue.kind')}>
          <Chip>{t(row.changed ? 'queue.changed' : 'queue.new')}</Chip> {row.unsigned.length > 0 && queue === 'review' && <Chip tone="waiting">{t('queue.unsigned')}</Chip>}
        </td>
      )}
      {reviewed && <td data-label={t('queue.warnings')}>{row.warnings ? <Chip tone="waiting">{t('queue.warningCount', { n: row.warnings })}</Chip> : t('queue.noWarning')}</td>}
    </tr>
  )
}
