import { useTranslation } from 'react-i18next'
import { formatTime } from '#app/platform/locale.ts'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import { RecordTable } from '#app/ui/record-table.tsx'
import { Chip } from './chip.tsx'
import { useReading } from './reading.ts'
import type { openTasks } from '../tasks.server.ts'
import styles from './task-list.module.css'

type Row = Awaited<ReturnType<typeof openTasks>>[number] & { over: boolean }

/** What is to be done by phone or WeChat in all cases, the first due first. */
export function TaskList({ tasks }: { tasks: readonly Row[] }) {
  const { t } = useTranslation(['casework', 'desk'])
  const locale = useReading()
  return (
    <DeskPage title={t('tasks.title')}>
      <p>{tasks.length === 0 ? t('tasks.empty') : t('tasks.lead')}</p>
      {tasks.length > 0 && (
        <RecordTable className={styles.tasks}>
          <thead>
            <tr>
              {(['task', 'ticket', 'due', 'owner'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`tasks.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tasks.map((task) => (
              <tr key={task.id}>
                <td>
                  <a href={`/${locale}/desk/inquiries/${task.inquiryId}/tasks/${task.id}`}>{t(`tasks.kind.${task.kind}`)}</a>{' '}
                  <small>{t(`tasks.about.${task.about}` as 'tasks.about.inquiry-relay')}</small>
                </td>
                <td data-label={t('tasks.ticket')}>
                  <a href={`/${locale}/desk/inquiries/${task.inquiryId}`}>{task.ticket}</a>
                </td>
                <td data-label={t('tasks.due')} className={task.over ? styles.over : undefined}>
                  {formatTime(task.dueAt, locale)} {task.over && <Chip tone="ours">{t('due.over')}</Chip>}
                </td>
                <td data-label={t('tasks.owner')}>{task.owner ?? t('desk:inquiries.inbox.nobody')}</td>
              </tr>
            ))}
          </tbody>
        </RecordTable>
      )}
    </DeskPage>
  )
}
