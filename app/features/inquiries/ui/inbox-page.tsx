import { useTranslation } from 'react-i18next'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { addressOf, chips, groups, isOverview, type InboxFilter } from '../inbox/filter.ts'
import type { Counts } from '../inbox/counting.ts'
import type { InboxRow } from '../inbox/inbox.server.ts'
import { AssignBar, type AssignOutcome, type Colleague } from './assign-bar.tsx'
import { DeskLinks } from './desk-links.tsx'
import { InboxCounts } from './inbox-counts.tsx'
import { InboxFilters, type FilterChoices } from './inbox-filters.tsx'
import { InboxTable } from './inbox-table.tsx'
import { useReading } from './reading.ts'
import styles from './inbox-page.module.css'

export interface InboxPageProps {
  rows: readonly InboxRow[]
  counts: Counts
  filter: InboxFilter
  pages: number
  tasks: number
  choices: FilterChoices
  staff: readonly Colleague[]
  me: { id: string; manager: boolean }
  outcome: AssignOutcome | null
  at: Date
}

/** What to do now: open cases by what they wait for, one's own first; every filter stands in the address. */
export function InboxPage(props: InboxPageProps) {
  const { t } = useTranslation(['inbox', 'desk'])
  const locale = useReading()
  const { rows, counts, filter, pages, tasks, staff, me, outcome } = props
  const href = `/${locale}/desk/inquiries`
  const overview = isOverview(filter)
  const shown = overview ? groups.filter((group) => rows.some((row) => row.group === group)) : []
  const table = { now: props.at, picked: outcome?.picked ?? [] }
  return (
    <DeskPage title={t('desk:inquiries.title')} actions={<DeskLinks tasks={tasks} />}>
      <a className="skip" href="#cases">
        {t('toList')}
      </a>
      <InboxCounts counts={counts} filter={filter} staff={staff} me={me.id} />
      <InboxFilters filter={filter} counts={counts} choices={props.choices} staff={staff} me={me.id} />
      {outcome && <Outcome outcome={outcome} />}
      <form method="post" action={`${href}/assignments`} id="cases" data-cases>
        <input type="hidden" name="back" value={addressOf(filter, { page: filter.page })} />
        {overview ? (
          shown.map((group) => (
            <section key={group} className={styles.group} aria-labelledby={`group-${group}`}>
              <h2 id={`group-${group}`}>
                {t(`groups.${group}`)} <b>{counts.groups[group]}</b> <small>{t(`groupHint.${group}`)}</small>
              </h2>
              <InboxTable rows={rows.filter((row) => row.group === group)} {...table} />
              {counts.groups[group] > rows.filter((row) => row.group === group).length && (
                <a className={styles.more} href={href + addressOf(filter, { group })}>
                  {t('allOf', { n: counts.groups[group] })}
                </a>
              )}
            </section>
          ))
        ) : (
          <section className={styles.group}>
            <h2>{t('found', { n: counts.chosen })}</h2>
            {rows.length > 0 && <InboxTable rows={rows} {...table} />}
          </section>
        )}
        {rows.length === 0 && <p className={styles.empty}>{filter.q && chips.every((chip) => chip === 'q' || !filter[chip]) ? t('search.none', { q: filter.q }) : t(overview && counts.groups.open === 0 ? 'empty.open' : 'empty.list')}</p>}
        {!overview && <Pager page={filter.page} pages={pages} href={(page) => href + addressOf(filter, { page })} />}
        {rows.length > 0 && <AssignBar staff={staff} me={me} outcome={outcome} />}
      </form>
      <details className={styles.keys}>
        <summary>{t('keys.title')}</summary>
        <p>{t('keys.text')}</p>
        <p>{t('keys.plain')}</p>
      </details>
      <script defer src="/desk.js" />
    </DeskPage>
  )
}

function Outcome({ outcome }: { outcome: AssignOutcome }) {
  const { t } = useTranslation('inbox')
  if (outcome.trouble) {
    return (
      <Notice tone="harm" role="alert">
        <p>{t(`assign.${outcome.trouble}`)}</p>
      </Notice>
    )
  }
  return (
    <Notice role="status" {...(outcome.refused.length > 0 ? { tone: 'waiting' as const } : {})}>
      <p>{outcome.done > 0 ? t('assign.done', { n: outcome.done }) : t('assign.none')}</p>
      {outcome.refused.map(({ reason, tickets }) => (
        <p key={reason}>{t(`assign.refused.${reason}`, { tickets: tickets.join('、') })}</p>
      ))}
    </Notice>
  )
}
