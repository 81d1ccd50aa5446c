import type { AssignOutcome } from '../ui/assign-bar.tsx'
import type { Assigned } from './assigning.server.ts'

const reasons = ['ended', 'not-yours', 'unchanged'] as const
const MOST = 100
type Trouble = Pick<AssignOutcome, 'picked' | 'owner' | 'office'> & { trouble: NonNullable<AssignOutcome['trouble']> }

/** What became of an assignment, for the address of the list that is shown next. */
export function outcomeAddress(result: Assigned | Trouble): string {
  if ('trouble' in result) return new URLSearchParams({ trouble: result.trouble, picked: result.picked.slice(0, MOST).join(' '), giveTo: result.owner, giveOffice: result.office }).toString()
  const query = new URLSearchParams({ assigned: String(result.done.length) })
  for (const reason of reasons) {
    const tickets = result.refused.filter((one) => one.reason === reason).map(({ ticket }) => ticket)
    if (tickets.length > 0) query.set(reason, tickets.join(' '))
  }
  return query.toString()
}

const listed = (text: string | null, shape: RegExp) => (text ?? '').split(' ').filter((one) => shape.test(one)).slice(0, MOST)

export function readOutcome(asked: URLSearchParams): AssignOutcome | null {
  const trouble = asked.get('trouble')
  if (trouble === 'choose' || trouble === 'gone') {
    return { trouble, done: 0, refused: [], picked: listed(asked.get('picked'), /^[\w-]{1,64}$/), owner: asked.get('giveTo') ?? '', office: asked.get('giveOffice') ?? '' }
  }
  const done = asked.get('assigned')
  if (!done || !/^\d{1,3}$/.test(done)) return null
  const refused = reasons.map((reason) => ({ reason, tickets: listed(asked.get(reason), /^DB-\d{4}-\d{4,}$/) })).filter(({ tickets }) => tickets.length > 0)
  return { trouble: null, done: Number(done), refused, picked: [], owner: '', office: '' }
}
