import { useTranslation } from 'react-i18next'
import { formatDate, type Locale } from '#app/platform/locale.ts'
import { MonthBars } from '#app/ui/month-bars.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { RecordTable } from '#app/ui/record-table.tsx'
import styles from './campaigns.module.css'

interface Row {
  id: string
  code: string
  partner: string
  event: string
  createdOn: string
  scans: { total: number; days: number[] }
}
interface CampaignListProps {
  state: 'open' | 'ended'
  counts: { open: number; ended: number }
  items: Row[]
  page: number
  pages: number
}

/** Which codes are out, for whom, and what comes of them. */
export function CampaignList({ state, counts, items, page, pages }: CampaignListProps) {
  const { t, i18n } = useTranslation('campaigns')
  const list = `/${i18n.language}/desk/campaigns`
  const href = (which: string, at = 1) => `${list}?state=${which}${at > 1 ? `&page=${at}` : ''}`
  return (
    <>
      <nav aria-label={t('states.label')}>
        <ul className={styles.states}>
          {(['open', 'ended'] as const).map((one) => (
            <li key={one}>
              <a href={href(one)} aria-current={one === state ? 'page' : undefined}>
                {t(`states.${one}`)} <b>{counts[one]}</b>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {items.length === 0 ? <p>{t(`none.${state}`)}</p> : <Rows items={items} list={list} />}
      <Pager page={page} pages={pages} href={(at) => href(state, at)} />
    </>
  )
}

function Rows({ items, list }: { items: Row[]; list: string }) {
  const { t, i18n } = useTranslation('campaigns')
  const locale = i18n.language as Locale
  const number = new Intl.NumberFormat(locale)
  const shown = items[0]?.scans.days.length ?? 0
  return (
    <RecordTable beside className={styles.list}>
      <thead>
        <tr>
          {(['code', 'partner', 'event', 'total', 'days', 'since'] as const).map((head) => (
            <th key={head} scope="col">
              {t(`list.${head}`, { n: shown })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map(({ id, code, partner, event, createdOn, scans }) => {
          const sum = scans.days.reduce((all, one) => all + one, 0)
          return (
            <tr key={id}>
              <td>
                <a href={`${list}/${id}`} className={styles.code}>
                  {code}
                </a>
              </td>
              <td data-label={t('list.partner')}>{partner}</td>
              <td data-label={t('list.event')}>{event || '—'}</td>
              <td data-label={t('list.total')}>{t('list.times', { n: number.format(scans.total) })}</td>
              <td data-label={t('list.days', { n: shown })}>
                <MonthBars values={scans.days} label={t('list.bars', { n: shown, sum: number.format(sum) })} />
              </td>
              <td data-label={t('list.since')}>{formatDate(createdOn, locale)}</td>
            </tr>
          )
        })}
      </tbody>
    </RecordTable>
  )
}
