import { addWorkingDays, type Office } from './calendar/working-days.ts'
import { isWatched, reminderOf, waiting, type ApproachStage, type Reminder, type Stage, type Watched } from './stages.ts'

/** All that decides when a case is due; every timer follows from it, so that none can be left over. */
export interface TimedCase {
  id: string
  stage: Stage
  stageAt: Date
  office: Office | null
  countedFrom: Date | null
  reminded: number
  toldAt: Date | null
  resumeAt: Date | null
  approaches: readonly TimedApproach[]
  /** those not done yet */
  tasks: readonly { id: string; kind: TaskKind; dueAt: Date; reminded: number }[]
}
export interface TimedApproach {
  id: string
  stage: ApproachStage
  stageAt: Date
  countedFrom: Date | null
  reminded: number
  buyerConsentAt: Date | null
  firmConsentAt: Date | null
}
export type TaskKind = 'tell-buyer' | 'pass-contact' | 'phone-firm'

export interface Timer {
  /** one job each */
  key: string
  of: 'inquiry' | 'approach' | 'task'
  id: string
  at: Date
  what: Watched | TaskKind | 'hold'
  kind: Reminder['kind'] | 'return'
  to: Reminder['to'] | null
  n: number
}
export type WaitsFor = 'office' | 'buyer' | 'firm' | 'date'
export interface Due {
  at: Date
  what: Watched | TaskKind | 'hold'
  from: WaitsFor
}

/** Working days after which somebody is reminded of a task that should have been done, counted from its due date. */
const taskReminders: readonly Reminder[] = [{ kind: 'remind', after: 1, to: 'owner' }, { kind: 'escalate', after: 3, to: 'manager' }]
/** Working days that a task may take. */
export const TASK_TAKES: Record<TaskKind, number> = { 'tell-buyer': 1, 'pass-contact': 1, 'phone-firm': 2 }

/** What an approach waits for: once both sides have agreed it is the office's turn. */
export const watchedApproach = (approach: TimedApproach): Watched | null =>
  approach.stage === 'consenting' && approach.buyerConsentAt && approach.firmConsentAt ? 'consented' : isWatched(approach.stage) ? approach.stage : null

/** The next timer of everything that runs in a case. A held case knows one date only. */
export function timersOf(timed: TimedCase): Timer[] {
  if (timed.stage === 'on-hold') {
    return timed.resumeAt ? [{ key: `inquiry:${timed.id}:on-hold:0`, of: 'inquiry', id: timed.id, at: timed.resumeAt, what: 'hold', kind: 'return', to: null, n: 0 }] : []
  }
  const timers: (Timer | null)[] = []
  if (isWatched(timed.stage) && !decidedByFirms(timed)) timers.push(next('inquiry', timed.id, timed.stage, timed, timed))
  for (const approach of timed.approaches) {
    const what = watchedApproach(approach)
    if (what) timers.push(next('approach', approach.id, what, approach, timed))
  }
  for (const { id, kind, dueAt, reminded: n } of timed.tasks) {
    const reminder = taskReminders[n]
    if (reminder) timers.push({ key: `task:${id}:${n}`, of: 'task', id, at: addWorkingDays(dueAt, reminder.after, timed.office), what: kind, kind: reminder.kind, to: reminder.to, n })
  }
  return timers.filter((timer) => timer !== null)
}

interface Counted {
  stageAt: Date
  countedFrom: Date | null
  reminded: number
}
const decidedByFirms = ({ approaches }: TimedCase) => approaches.some((approach) => watchedApproach(approach))

function next(of: 'inquiry' | 'approach', id: string, what: Watched, { stageAt, countedFrom, reminded: n }: Counted, { office, toldAt }: TimedCase): Timer | null {
  const reminder = reminderOf(what, n)
  const from = reminder?.from === 'told' ? toldAt : (countedFrom ?? stageAt)
  if (!reminder || !from) return null
  return { key: `${of}:${id}:${what}:${n}`, of, id, at: addWorkingDays(from, reminder.after, office), what, kind: reminder.kind, to: reminder.to, n }
}

/** What is due first in a case, when, and from whom; null when nothing is. The first reminder's day is the due day: it does not move because somebody was reminded. */
export function dueOf(timed: TimedCase): Due | null {
  if (timed.stage === 'on-hold') return timed.resumeAt && { at: timed.resumeAt, what: 'hold', from: 'date' }
  const all: Due[] = timed.tasks.map(({ kind, dueAt }) => ({ at: dueAt, what: kind, from: 'office' }))
  const due = (what: Watched, { stageAt, countedFrom }: Counted, from: WaitsFor) =>
    all.push({ at: addWorkingDays(countedFrom ?? stageAt, reminderOf(what, 0)!.after, timed.office), what, from })
  if (isWatched(timed.stage) && !decidedByFirms(timed)) due(timed.stage, timed, waiting[timed.stage].for)
  for (const approach of timed.approaches) {
    const what = watchedApproach(approach)
    if (what) due(what, approach, what === 'consenting' && approach.buyerConsentAt ? 'firm' : waiting[what].for)
  }
  return all.reduce<Due | null>((first, one) => (first && first.at <= one.at ? first : one), null)
}

/** When one firm's approach is due; null when it waits for nothing. */
export function dueOfApproach(approach: TimedApproach, office: Office | null): Date | null {
  const what = watchedApproach(approach)
  return what && addWorkingDays(approach.countedFrom ?? approach.stageAt, reminderOf(what, 0)!.after, office)
}
