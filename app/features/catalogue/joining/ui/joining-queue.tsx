import { useTranslation } from 'react-i18next'
import { formatDate, type Locale } from '#app/platform/locale.ts'
import { Pager } from '#app/ui/pager.tsx'
import { Written } from '#app/ui/written.tsx'
import { RecordTable } from '#app/ui/record-table.tsx'
import desk from '../../ui/terminology.module.css'
import type { ShownState } from '../data.server.ts'
import type { Joining } from '../joining.server.ts'
import { FirmName, type FirmNames } from './firm-name.tsx'
import styles from './joining.module.css'

interface QueueProps {
  shown: ShownState
  page: number
  pages: number
  counts: Record<ShownState, number>
  /** ids of those whose firm is probably there already */
  known: readonly string[]
  rows: readonly { id: string; state: Joining['state']; name: FirmNames; person: string; createdAt: Date }[]
}

/** Who asks to be let in, oldest first, and what was decided. */
export function JoiningQueue({ shown, page, pages, counts, known, rows }: QueueProps) {
  const { t, i18n } = useTranslation('joining')
  const locale = i18n.language as Locale
  const here = `/${locale}/desk/joinings`
  return (
    <>
      <ul className={desk.filters}>
        {(['waiting', 'decided'] as const).map((state) => (
          <li key={state}>
            <a href={state === 'waiting' ? here : `${here}?state=${state}`} aria-current={state === shown ? 'page' : undefined}>
              {t(`queue.shown.${state}`)} <b>{counts[state]}</b>
            </a>
          </li>
        ))}
      </ul>
      {rows.length === 0 && <p>{t(`queue.none.${shown}`)}</p>}
      {rows.length > 0 && (
        <RecordTable beside className={desk.list}>
          <thead>
            <tr>
              <th scope="col">{t('queue.firm')}</th>
              <th scope="col">{t('queue.person')}</th>
              <th scope="col">{t('queue.state')}</th>
              <th scope="col">{t('queue.asked')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, state, name, person, createdAt }) => (
              <tr key={id}>
                <td>
                  <a href={`${here}/${id}`}>
                    <FirmName name={name} />
                  </a>
                </td>
                <td data-label={t('queue.person')}><Written text={person} /></td>
                <td data-label={t('queue.state')}>
                  {known.includes(id) ? <span className={`${styles.chip} ${styles.amber}`}>{t('queue.known')}</span> : <span className={styles.chip}>{t(`states.${state}`)}</span>}
                </td>
                <td data-label={t('queue.asked')}>{formatDate(createdAt, locale)}</td>
              </tr>
            ))}
          </tbody>
        </RecordTable>
      )}
      <Pager page={page} pages={pages} href={(to) => `${here}?state=${shown}&page=${to}`} />
    </>
  )
}
