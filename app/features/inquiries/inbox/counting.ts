import { isOpen, type Stage } from '../stages.ts'
import { groups, scopeOf, type Group, type InboxFilter } from './filter.ts'

/** How many cases of one stage, owner and office there are, and how many of them in each group. */
export interface Tally {
  stage: Stage
  ownerId: string | null
  office: string | null
  n: number
  overdue: number
  today: number
  buyer: number
  firm: number
  escalated: number
}
export interface Counts {
  groups: Record<Group | 'ended' | 'open', number>
  escalated: number
  stages: Partial<Record<Stage, number>>
  /** by id; '' is nobody */
  owners: Record<string, number>
  /** by code; '' is none */
  offices: Record<string, number>
  /** how many cases the address asks for in all */
  chosen: number
}

function inGroup(tally: Tally, group: Group | 'ended'): number {
  if (!isOpen(tally.stage)) return group === 'ended' ? tally.n : 0
  if (group === 'ended') return 0
  if (tally.stage === 'on-hold') return group === 'hold' ? tally.n : 0
  const { overdue, today, buyer, firm } = tally
  const rest = tally.n - overdue - today
  if (group === 'overdue') return overdue
  if (group === 'today') return today
  if (tally.stage === 'received') return group === 'untaken' ? rest : 0
  return { buyer, firm, ours: rest - buyer - firm, untaken: 0, hold: 0 }[group]
}

/** All counts of the inbox from one table. Each kind of count heeds the other filters but not its own. */
export function countsOf(tallies: readonly Tally[], filter: InboxFilter, me: string): Counts {
  const counts: Counts = { groups: { overdue: 0, today: 0, untaken: 0, ours: 0, buyer: 0, firm: 0, hold: 0, ended: 0, open: 0 }, escalated: 0, stages: {}, owners: {}, offices: {}, chosen: 0 }
  const scope = scopeOf(filter)
  const owner = filter.owner === 'me' ? me : filter.owner === 'none' ? '' : filter.owner
  const office = filter.office === 'none' ? '' : filter.office
  for (const tally of tallies) {
    const byOwner = owner === null || owner === (tally.ownerId ?? '')
    const byOffice = office === null || office === (tally.office ?? '')
    const byStage = !filter.stage || filter.stage === tally.stage
    const n = filter.group ? inGroup(tally, filter.group) : scope === 'all' || (scope === 'open') === isOpen(tally.stage) ? tally.n : 0
    if (byOwner && byOffice) {
      for (const group of [...groups, 'ended'] as const) counts.groups[group] += inGroup(tally, group)
      if (isOpen(tally.stage)) counts.groups.open += tally.n
      counts.escalated += tally.escalated
      counts.stages[tally.stage] = (counts.stages[tally.stage] ?? 0) + (filter.group ? n : tally.n)
    }
    if (byOwner && byOffice && byStage) counts.chosen += n
    if (byOffice && byStage && n > 0) counts.owners[tally.ownerId ?? ''] = (counts.owners[tally.ownerId ?? ''] ?? 0) + n
    if (byOwner && byStage && n > 0) counts.offices[tally.office ?? ''] = (counts.offices[tally.office ?? ''] ?? 0) + n
  }
  return counts
}
