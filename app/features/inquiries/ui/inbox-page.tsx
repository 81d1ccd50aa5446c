import { useTranslation } from 'react-i18next'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import { Pager } from '#app/ui/pager.tsx'
import type { InboxRow } from '../inbox.server.ts'
import { openStages, stages, type Stage } from '../stages.ts'
import { DeskLinks } from './desk-links.tsx'
import { InboxTable } from './inbox-table.tsx'
import { useReading } from './reading.ts'
import styles from './inbox-table.module.css'

interface InboxPageProps {
  rows: readonly InboxRow[]
  counts: Record<Stage, number>
  stage: Stage | null
  mine: boolean
  page: number
  pages: number
}

/** What to do now: open cases by stage, the longest-resting first; every filter stands in the address. */
export function InboxPage({ rows, counts, stage, mine, page, pages }: InboxPageProps) {
  const { t } = useTranslation('desk')
  const address = useInboxAddress(mine)
  const shown = stage ? [stage] : openStages.filter((one) => counts[one] > 0)
  return (
    <DeskPage title={t('inquiries.title')} actions={<DeskLinks />}>
      <InboxFilters counts={counts} stage={stage} mine={mine} />
      {shown.every((one) => counts[one] === 0) && (
        <>
          <p>{t('inquiries.inbox.empty')}</p>
          <p>{t('inquiries.inbox.emptyHint')}</p>
        </>
      )}
      {shown.map((one) => {
        const group = rows.filter((row) => row.stage === one)
        if (group.length === 0) return null
        return (
          <section key={one} className={styles.group}>
            <h2>
              {t(`inquiries.stage.${one}`)} <small>{t('inquiries.inbox.count', { n: counts[one] })}</small> <small>{t(`inquiries.next.${one}`)}</small>
            </h2>
            <InboxTable rows={group} />
            {!stage && counts[one] > group.length && (
              <a className={styles.more} href={address(one)}>
                {t('inquiries.inbox.more', { n: counts[one] })}
              </a>
            )}
          </section>
        )
      })}
      {stage && <Pager page={page} pages={pages} href={(to) => address(stage, to)} />}
    </DeskPage>
  )
}

function useInboxAddress(mine: boolean) {
  const locale = useReading()
  return (stage: Stage | null, page = 1, own = mine) => {
    const query = [stage && `stage=${stage}`, own && 'mine=1', page > 1 && `page=${page}`].filter(Boolean).join('&')
    return `/${locale}/desk/inquiries${query ? `?${query}` : ''}`
  }
}

function InboxFilters({ counts, stage, mine }: Pick<InboxPageProps, 'counts' | 'stage' | 'mine'>) {
  const { t } = useTranslation('desk')
  const address = useInboxAddress(mine)
  const open = openStages.reduce((sum, one) => sum + counts[one], 0)
  const current = (on: boolean) => (on ? ('page' as const) : undefined)
  return (
    <nav aria-label={t('inquiries.inbox.filters')}>
      <ul className={styles.filters}>
        <li>
          <a href={address(null, 1, !mine)} aria-current={mine ? 'true' : undefined}>
            {t('inquiries.inbox.mine')}
          </a>
        </li>
        <li>
          <a href={address(null)} aria-current={current(!stage)}>
            {t('inquiries.inbox.all')} <b>{open}</b>
          </a>
        </li>
        {stages
          .filter((one) => counts[one] > 0 || one === stage)
          .map((one) => (
            <li key={one}>
              <a href={address(one)} aria-current={current(one === stage)}>
                {t(`inquiries.stage.${one}`)} <b>{counts[one]}</b>
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}
