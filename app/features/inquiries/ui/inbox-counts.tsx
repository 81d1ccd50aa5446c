import { useTranslation } from 'react-i18next'
import { addressOf, groups, isOverview, offices, type InboxFilter } from '../inbox/filter.ts'
import type { Counts } from '../inbox/counting.ts'
import { stages } from '../stages.ts'
import type { Colleague } from './assign-bar.tsx'
import { useReading } from './reading.ts'
import styles from './inbox-page.module.css'

interface Props {
  counts: Counts
  filter: InboxFilter
  staff: readonly Colleague[]
  me: string
}

const KEYS: Partial<Record<string, string>> = { overdue: '1', today: '2' }

/** How much of what there is, each number a link to it. */
export function InboxCounts({ counts, filter, staff, me }: Props) {
  const { t } = useTranslation(['inbox', 'desk', 'casework'])
  const locale = useReading()
  const href = (change: Partial<InboxFilter>) => `/${locale}/desk/inquiries${addressOf(filter, change)}`
  const owners = [
    { value: 'me', label: t('me'), n: counts.owners[me] ?? 0 },
    { value: 'none', label: t('nobody'), n: counts.owners[''] ?? 0 },
    ...staff.filter(({ id }) => id !== me).map(({ id, name }) => ({ value: id, label: name, n: counts.owners[id] ?? 0 })),
  ]
  const places = [...offices.map((office) => ({ value: office, label: t(`casework:offices.${office}`), n: counts.offices[office] ?? 0 })), { value: 'none' as const, label: t('noOffice'), n: counts.offices[''] ?? 0 }]
  const steps = stages.map((stage) => ({ value: stage, label: t(`desk:inquiries.stage.${stage}`), n: counts.stages[stage] ?? 0 }))
  return (
    <>
      <nav aria-label={t('filter.group')}>
        <ul className={styles.groups}>
          <li>
            <a href={href({ group: null, stage: null, q: '', sort: null })} aria-current={isOverview(filter) ? 'page' : undefined}>
              {t('groups.open')} <b>{counts.groups.open}</b>
            </a>
          </li>
          {[...groups, 'ended' as const].map((group) => (
            <li key={group} className={group === 'overdue' && counts.groups.overdue > 0 ? styles.pressing : undefined}>
              <a href={href({ group, stage: null })} aria-current={filter.group === group ? 'page' : undefined} accessKey={KEYS[group]}>
                {t(`groups.${group}`)} <b>{counts.groups[group]}</b>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.counts}>
        <Facet title={t('by.owner')} of={owners} chosen={filter.owner === me ? 'me' : filter.owner} href={(owner) => href({ owner })} />
        <Facet title={t('by.office')} of={places} chosen={filter.office} href={(office) => href({ office })} />
        <Facet title={t('by.stage')} of={steps} chosen={filter.stage} href={(stage) => href({ stage })} />
        {(counts.escalated > 0 || filter.escalated) && (
          <p className={styles.facet}>
            <a href={href({ escalated: !filter.escalated })} aria-current={filter.escalated ? 'true' : undefined}>
              {t('escalated')} <b>{counts.escalated}</b>
            </a>
          </p>
        )}
      </div>
    </>
  )
}

/** Numbers of one kind; the chosen one leads back to all. */
function Facet<T extends string>({ title, of, chosen, href }: { title: string; of: readonly { value: T; label: string; n: number }[]; chosen: string | null; href: (value: T | null) => string }) {
  const shown = of.filter(({ value, n }) => n > 0 || value === chosen)
  if (shown.length === 0) return null
  return (
    <div className={styles.facet}>
      <strong>{title}</strong>
      <ul>
        {shown.map(({ value, label, n }) => (
          <li key={value}>
            <a href={href(value === chosen ? null : value)} aria-current={value === chosen ? 'true' : undefined}>
              {label} <b>{n}</b>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
