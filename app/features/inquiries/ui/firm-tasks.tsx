import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Task, Tasks } from '#app/features/catalogue/firm-listings.server.ts'
import { named } from '#app/features/catalogue/naming.ts'
import { formatDate, type Locale } from '#app/platform/locale.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { OpenQuestion } from '../firm-results.server.ts'
import styles from './firm-results.module.css'

interface Open {
  questions: OpenQuestion[]
  tasks: Record<Task, Tasks>
  /** listings that end within the time of the letters, or have ended */
  aging: { ending: number; hidden: number }
}

/** What waits for the firm, the most pressing first: a buyer, then what was sent back, then what ends. */
export function FirmTasks({ questions, tasks, aging }: Open) {
  const { t, i18n } = useTranslation('tables')
  const locale = i18n.language as Locale
  const account = `/${locale}/account`
  const rows: ReactNode[] = []
  for (const { approach, ticket, wanted, since } of questions) {
    rows.push(
      <li key={approach}>
        <strong>{t(`results.task.${wanted}`)}</strong>
        <a href={`${account}/inquiries/${approach}`}>{t('results.task.question', { ticket, date: formatDate(since, locale) })}</a>
      </li>,
    )
  }
  for (const task of ['returned', 'sign-off'] as const) if (tasks[task].n > 0) rows.push(<TaskRow key={task} task={task} tasks={tasks[task]} href={(id) => `${account}/technologies/${id}${task === 'sign-off' ? '/sign-off' : ''}`} />)
  for (const which of ['hidden', 'ending'] as const) {
    if (aging[which] > 0) {
      rows.push(
        <li key={which}>
          <strong>{t(`results.task.${which}`, { n: aging[which] })}</strong>
          <a href={`${account}/confirmation`}>{t('results.task.confirm')}</a>
        </li>,
      )
    }
  }
  if (tasks.draft.n > 0) rows.push(<TaskRow key="draft" task="draft" tasks={tasks.draft} href={(id) => `${account}/technologies/${id}`} />)
  if (tasks.draft.n > 1) {
    rows.push(
      <li key="submission">
        <a href={`${account}/submission`}>{t('results.task.submitTogether')}</a>
      </li>,
    )
  }
  if (rows.length === 0) return null
  return (
    <section>
      <h2>{t('results.tasks')}</h2>
      <Notice tone="waiting">
        <ul className={styles.tasks}>{rows}</ul>
      </Notice>
    </section>
  )
}

function TaskRow({ task, tasks, href }: { task: Task; tasks: Tasks; href: (id: string) => string }) {
  const { t, i18n } = useTranslation('tables')
  const locale = i18n.language as Locale
  const more = tasks.n - tasks.first.length
  return (
    <li>
      <strong>{t(`results.task.${task}`, { n: tasks.n })}</strong>
      {tasks.first.map(({ id, name }) => (
        <a key={id} href={href(id)}>
          {name.ja || name.zh ? named(name, locale).text : t('results.unnamed')}
        </a>
      ))}
      {more > 0 && <span>{t('results.task.more', { n: more })}</span>}
    </li>
  )
}
