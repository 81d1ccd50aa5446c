import { useTranslation } from 'react-i18next'
import { formatTime } from '#app/platform/locale.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { CaseTask } from '../tasks.server.ts'
import { useReading } from './reading.ts'
import styles from './case-page.module.css'

/** What has to be done by hand in this case, with what was tried so far. */
export function CaseTasks({ tasks, href }: { tasks: readonly CaseTask[]; href: string }) {
  const { t } = useTranslation('casework')
  const locale = useReading()
  const open = tasks.filter((task) => !task.doneAt)
  if (open.length === 0) return null
  return (
    <Notice tone="waiting">
      <ul className={styles.tasks}>
        {open.map((task) => (
          <li key={task.id}>
            <div>
              <strong>{t(`tasks.kind.${task.kind}`)}</strong> {t(`tasks.about.${task.about}` as 'tasks.about.inquiry-relay')}
              <br />
              <small>
                {t('due.at', { at: formatTime(task.dueAt, locale) })}
                {task.attempts.map((attempt) => ` / ${formatTime(attempt.at, locale)} ${t(`attempt.${attempt.channel}`)} ${t(attempt.reached ? 'tasks.attemptReached' : 'tasks.attemptMissed')}`)}
              </small>
            </div>
            <LinkButton href={`${href}/tasks/${task.id}`}>{t('tasks.open')}</LinkButton>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
