import { kinds, type Kind } from '../choices.ts'
import { isOpen, stages, type Stage } from '../stages.ts'

/** What to do with open cases now, the most pressing first; each case is in one of them. `ended`: all that is over. */
export const groups = ['overdue', 'today', 'untaken', 'ours', 'buyer', 'firm', 'hold'] as const
export type Group = (typeof groups)[number]
export const sorts = ['due', 'arrival', 'change'] as const
export const origins = ['site', 'phone', 'fair', 'wechat'] as const
export const offices = ['tokyo', 'beijing', 'shanghai', 'chengdu', 'shenyang'] as const

/** What the inbox shows, as its address says; `owner` is a person's id, `me` or `none`. */
export interface InboxFilter {
  group: Group | 'ended' | null
  stage: Stage | null
  owner: string | null
  office: (typeof offices)[number] | 'none' | null
  kind: Kind | null
  origin: (typeof origins)[number] | null
  field: string | null
  firm: string | null
  from: string | null
  to: string | null
  escalated: boolean
  q: string
  sort: (typeof sorts)[number] | null
  page: number
}
/** Those that a chip can take away, in the order of the page. */
export const chips = ['group', 'stage', 'owner', 'office', 'kind', 'origin', 'field', 'firm', 'from', 'to', 'escalated', 'q'] as const
export type Chip = (typeof chips)[number]

const oneOf = <const T extends string>(codes: readonly T[], value: string | null): T | null => codes.find((code) => code === value) ?? null
const named = (value: string | null) => (value && /^[\w-]{1,64}$/.test(value) ? value : null)

/** A day that exists, as YYYY-MM-DD. */
function dayOf(value: string | null): string | null {
  const day = value && /^20\d\d-\d\d-\d\d$/.test(value) ? new Date(`${value}T00:00:00Z`) : null
  return day && !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === value ? value : null
}

/** What an address asks for; what it says wrongly is left out. */
export function readFilter(asked: URLSearchParams): InboxFilter {
  return {
    group: oneOf([...groups, 'ended'], asked.get('group')),
    stage: oneOf(stages, asked.get('stage')),
    owner: named(asked.get('owner')),
    office: oneOf([...offices, 'none'], asked.get('office')),
    kind: oneOf(kinds, asked.get('kind')),
    origin: oneOf(origins, asked.get('origin')),
    field: named(asked.get('field')),
    firm: named(asked.get('firm')),
    from: dayOf(asked.get('from')),
    to: dayOf(asked.get('to')),
    escalated: asked.get('escalated') === '1',
    q: (asked.get('q') ?? '').trim().slice(0, 200),
    sort: oneOf(sorts, asked.get('sort')),
    page: Math.min(10_000, Math.max(1, Math.floor(Number(asked.get('page')) || 1))),
  }
}

/** The address of a filter, with changes; whatever changes, the first page comes first. */
export function addressOf(filter: InboxFilter, change: Partial<InboxFilter> = {}): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...filter, page: 1, ...change })) {
    if (value === true) query.set(name, '1')
    else if (value && !(name === 'page' && value === 1)) query.set(name, String(value))
  }
  const text = query.toString()
  return text ? `?${text}` : ''
}

export const without = (chip: Chip): Partial<InboxFilter> => ({ [chip]: chip === 'q' ? '' : chip === 'escalated' ? false : null })

/** The screen that says what to do now, some of each group; anything narrower is one list with pages. */
export const isOverview = ({ group, stage, q, sort, page }: InboxFilter): boolean => !group && !stage && !q && !sort && page === 1

/** Words are looked for everywhere; otherwise what is over is shown only when it is asked for. */
export const scopeOf = ({ group, stage, q }: InboxFilter): 'open' | 'ended' | 'all' => (group === 'ended' ? 'ended' : group ? 'open' : stage ? (isOpen(stage) ? 'open' : 'ended') : q ? 'all' : 'open')
