import { median, tally } from './measuring.ts'

/** A case of the period and what its history says; everything the numbers are made of. */
export interface CaseFacts {
  id: string
  kind: string
  origin: string
  office: string | null
  createdAt: Date
  /** top-level fields of its technologies */
  fields: string[]
  events: CaseEvent[]
}
export interface CaseEvent {
  verb: string
  at: Date
  approach: string | null
  company: string | null
  reason: string | null
}

/** What each step of the way is known by, in its order. */
export const steps = ['received', 'taken', 'forwarded', 'interested', 'introduced', 'dialogue', 'agreed'] as const
export type Step = (typeof steps)[number]
/** The office's first word to anybody about a case. */
const ANSWERS = new Set(['asked', 'forwarded', 'relayed', 'answered', 'closed'])
export const reasonVerbs = ['declined', 'refused', 'closed', 'failed'] as const
export type ReasonVerb = (typeof reasonVerbs)[number]

const DAY = 86_400_000

interface Speed {
  /** days, and how many cases they are the middle of */
  days: number | null
  n: number
}
export interface Line {
  key: string
  received: number
  forwarded: number
  introduced: number
  agreed: number
  firstAnswer: Speed
}
export interface FirmLine {
  key: string
  asked: number
  interested: number
  declined: number
  introduced: number
  agreed: number
  /** from the question to the firm's word */
  answer: Speed
}

export interface Numbers {
  total: number
  speed: Record<'firstAnswer' | 'forward' | 'introduction', Speed>
  funnel: Record<Step, number>
  endings: { key: string; n: number }[]
  months: { key: string; received: number; introduced: number }[]
  origins: { key: string; n: number }[]
  kinds: { key: string; n: number }[]
  ways: Line[]
  offices: Line[]
  fields: Line[]
  firms: FirmLine[]
  reasons: Record<ReasonVerb, { key: string; n: number }[]>
}

const ENDINGS = ['agreed', 'failed', 'answered', 'closed', 'lapsed', 'withdrawn']
const firstOf = (events: readonly CaseEvent[], wanted: (event: CaseEvent) => boolean) => events.find(wanted)?.at ?? null
const speedOf = (spans: readonly (number | null)[]): Speed => {
  const known = spans.filter((span): span is number => span !== null)
  const middle = median(known)
  return { days: middle === null ? null : Math.round((middle / DAY) * 10) / 10, n: known.length }
}
/** From a case's arrival to the first of these; null while it has not happened. */
const spanTo = ({ createdAt, events }: CaseFacts, wanted: (event: CaseEvent) => boolean) => {
  const at = firstOf(events, wanted)
  return at && at.getTime() - createdAt.getTime()
}
const has = (one: CaseFacts, verb: string) => one.events.some((event) => event.verb === verb)
const isAnswer = ({ verb }: CaseEvent) => ANSWERS.has(verb)
const monthOf = (at: Date) => new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(0, 7)

/**
 * The numbers of the cases that arrived in a period: how fast, how far, through whom, and why not. Each case counts
 * with all that became of it, whenever that was; events are in the order they happened.
 */
export function numbersOf(cases: readonly CaseFacts[]): Numbers {
  const reached = (step: Step) => (step === 'received' ? cases.length : cases.filter((one) => has(one, step)).length)
  const endings = cases.flatMap((one) => one.events.findLast((event) => ENDINGS.includes(event.verb) || event.verb === 'reopened')?.verb ?? [])
  const introductions = cases.flatMap((one) => one.events.filter((event) => event.verb === 'introduced'))
  const months = new Map<string, { received: number; introduced: number }>()
  const month = (key: string) => months.get(key) ?? months.set(key, { received: 0, introduced: 0 }).get(key)!
  for (const one of cases) month(monthOf(one.createdAt)).received++
  for (const { at } of introductions) month(monthOf(at)).introduced++
  return {
    total: cases.length,
    speed: {
      firstAnswer: speedOf(cases.map((one) => spanTo(one, isAnswer))),
      forward: speedOf(cases.map((one) => spanTo(one, ({ verb }) => verb === 'forwarded'))),
      introduction: speedOf(cases.map((one) => spanTo(one, ({ verb }) => verb === 'introduced'))),
    },
    funnel: Object.fromEntries(steps.map((step) => [step, reached(step)])) as Record<Step, number>,
    endings: tally(endings.filter((verb) => verb !== 'reopened')),
    months: [...months].map(([key, counts]) => ({ key, ...counts })).sort((a, b) => (a.key < b.key ? -1 : 1)),
    origins: tally(cases.map((one) => one.origin)),
    kinds: tally(cases.map((one) => one.kind)),
    ways: linesOf(cases, (one) => [one.origin]),
    offices: linesOf(cases, (one) => [one.office ?? '']),
    fields: linesOf(cases, (one) => one.fields),
    firms: firmsOf(cases),
    reasons: Object.fromEntries(reasonVerbs.map((verb) => [verb, tally(cases.flatMap((one) => one.events.flatMap((event) => (event.verb === verb && event.reason ? [event.reason] : []))))])) as Numbers['reasons'],
  }
}

function linesOf(cases: readonly CaseFacts[], keysOf: (one: CaseFacts) => readonly string[]): Line[] {
  const groups = new Map<string, CaseFacts[]>()
  for (const one of cases) {
    for (const key of new Set(keysOf(one))) {
      const own = groups.get(key)
      if (own) own.push(one)
      else groups.set(key, [one])
    }
  }
  return [...groups]
    .map(([key, own]) => ({
      key,
      received: own.length,
      forwarded: own.filter((one) => has(one, 'forwarded')).length,
      introduced: own.filter((one) => has(one, 'introduced')).length,
      agreed: own.filter((one) => has(one, 'agreed')).length,
      firstAnswer: speedOf(own.map((one) => spanTo(one, isAnswer))),
    }))
    .sort((a, b) => b.received - a.received || (a.key < b.key ? -1 : 1))
}

/** Each approach once: who was asked, what they said, how long it took. */
function firmsOf(cases: readonly CaseFacts[]): FirmLine[] {
  const firms = new Map<string, CaseEvent[][]>()
  for (const { events } of cases) {
    for (const asked of events) {
      if (asked.verb !== 'forwarded' || !asked.company) continue
      const own = events.filter((event) => event.approach === asked.approach)
      const known = firms.get(asked.company)
      if (known) known.push(own)
      else firms.set(asked.company, [own])
    }
  }
  const times = (approaches: CaseEvent[][], verb: string) => approaches.filter((own) => own.some((event) => event.verb === verb)).length
  return [...firms]
    .map(([key, approaches]) => ({
      key,
      asked: approaches.length,
      interested: times(approaches, 'interested'),
      declined: times(approaches, 'declined'),
      introduced: times(approaches, 'introduced'),
      agreed: times(approaches, 'agreed'),
      answer: speedOf(
        approaches.map((own) => {
          const said = firstOf(own, ({ verb }) => verb === 'interested' || verb === 'declined')
          return said && said.getTime() - own.find(({ verb }) => verb === 'forwarded')!.at.getTime()
        }),
      ),
    }))
    .sort((a, b) => b.asked - a.asked || (a.key < b.key ? -1 : 1))
}
