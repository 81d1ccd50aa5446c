/** The life of an inquiry, as one table: who may move it from where to where, what that does, and who is reminded. */
export const stages = [
  'received', 'checking', 'needs-info', 'forwarded', 'interested', 'consenting', 'introduced', 'in-dialogue',
  'agreed', 'no-deal', 'answered', 'closed', 'lapsed', 'withdrawn', 'on-hold',
] as const
export type Stage = (typeof stages)[number]

export const openStages = ['received', 'checking', 'needs-info', 'forwarded', 'interested', 'consenting', 'introduced', 'in-dialogue', 'on-hold'] as const satisfies readonly Stage[]
export const isOpen = (stage: Stage): boolean => (openStages as readonly Stage[]).includes(stage)
/** Open, and not waiting for a date. */
export const activeStages = openStages.filter((stage) => stage !== 'on-hold')
/** Decided by the desk, not by a firm's approach. */
export const deskStages = ['received', 'checking', 'needs-info'] as const satisfies readonly Stage[]
export const isDeskStage = (stage: Stage): boolean => (deskStages as readonly Stage[]).includes(stage)

export type ApproachStage =
  | 'forwarded' | 'interested' | 'declined' | 'consenting' | 'refused' | 'introduced' | 'in-dialogue' | 'agreed' | 'no-deal' | 'answered' | 'closed'

/** Approaches that still lead somewhere, the furthest along last. */
export const aliveStages = ['forwarded', 'interested', 'consenting', 'introduced', 'in-dialogue', 'agreed'] as const satisfies readonly ApproachStage[]
export const isAlive = (stage: ApproachStage): boolean => (aliveStages as readonly ApproachStage[]).includes(stage)

/** What happens when somebody has waited so many working days of the office. */
export interface Reminder {
  kind: 'remind' | 'escalate' | 'phone-firm' | 'lapse'
  after: number
  to: 'owner' | 'office' | 'manager' | 'buyer'
  /** counted from when the buyer was told, by letter or a logged attempt, instead of from the stage's beginning */
  from?: 'told'
}
export interface Waiting {
  for: 'office' | 'buyer' | 'firm'
  reminders: readonly Reminder[]
  /** after the last one, the owner again every so many working days */
  every?: number
}

/** Nothing rests unwatched. `consented`: both sides have agreed, the office has to introduce them. */
export const waiting = {
  received: { for: 'office', reminders: [{ kind: 'remind', after: 2, to: 'office' }, { kind: 'escalate', after: 4, to: 'manager' }] },
  checking: { for: 'office', reminders: [{ kind: 'remind', after: 4, to: 'owner' }, { kind: 'escalate', after: 8, to: 'manager' }] },
  'needs-info': { for: 'buyer', reminders: [{ kind: 'remind', after: 7, to: 'owner' }, { kind: 'lapse', after: 21, to: 'buyer', from: 'told' }] },
  forwarded: { for: 'firm', reminders: [{ kind: 'remind', after: 5, to: 'owner' }, { kind: 'phone-firm', after: 10, to: 'owner' }, { kind: 'escalate', after: 20, to: 'manager' }] },
  interested: { for: 'office', reminders: [{ kind: 'remind', after: 2, to: 'owner' }, { kind: 'escalate', after: 5, to: 'manager' }] },
  consenting: { for: 'buyer', reminders: [{ kind: 'remind', after: 7, to: 'owner' }, { kind: 'escalate', after: 14, to: 'manager' }] },
  consented: { for: 'office', reminders: [{ kind: 'remind', after: 2, to: 'owner' }, { kind: 'escalate', after: 5, to: 'manager' }] },
  introduced: {
    for: 'office',
    reminders: [{ kind: 'remind', after: 10, to: 'owner' }, { kind: 'remind', after: 40, to: 'owner' }, { kind: 'remind', after: 70, to: 'owner' }, { kind: 'escalate', after: 90, to: 'manager' }],
    every: 30,
  },
  'in-dialogue': { for: 'office', reminders: [{ kind: 'remind', after: 30, to: 'owner' }, { kind: 'remind', after: 60, to: 'owner' }, { kind: 'escalate', after: 90, to: 'manager' }], every: 30 },
} as const satisfies Partial<Record<Stage | 'consented', Waiting>>
export type Watched = keyof typeof waiting
export const isWatched = (stage: string): stage is Watched => stage in waiting

/** The n-th reminder of a stage, from 0; null when there is none. */
export function reminderOf(stage: Watched, n: number): Reminder | null {
  const { reminders, every }: Waiting = waiting[stage]
  const last = reminders.at(-1)!
  return reminders[n] ?? (every ? { kind: 'remind', after: last.after + every * (n - reminders.length + 1), to: 'owner' } : null)
}

export type Actor = 'buyer' | 'firm' | 'secretary' | 'clock'
export type Guard = 'consented' | 'unowned' | 'worded' | 'reachable' | 'reasoned' | 'dated' | 'both-consents' | 'requested' | 'told' | 'published'
export type Effect = 'receipt' | 'owner' | 'tell-buyer' | 'tell-firm' | 'tell-office' | 'private-link' | 'contacts' | 'provision' | 'end-approaches' | 'withdraw-consents' | 'pause' | 'resume'

export interface Transition {
  move: string
  by: readonly Actor[]
  from: readonly Stage[]
  /** `before`: the stage it was held at, or the one that firms have decided meanwhile */
  to: Stage | 'before'
  guard: Guard | null
  effect: readonly Effect[]
  reminder: Waiting | null
}

export const transitions = [
  { move: 'open', by: ['buyer', 'secretary'], from: [], to: 'received', guard: 'consented', effect: ['receipt', 'tell-office', 'tell-buyer'], reminder: waiting.received },
  { move: 'take', by: ['secretary'], from: ['received'], to: 'checking', guard: 'unowned', effect: ['owner'], reminder: waiting.checking },
  { move: 'ask', by: ['secretary'], from: ['checking'], to: 'needs-info', guard: 'worded', effect: ['tell-buyer'], reminder: waiting['needs-info'] },
  { move: 'reply', by: ['buyer'], from: ['needs-info'], to: 'checking', guard: 'worded', effect: ['tell-office'], reminder: waiting.checking },
  { move: 'resume', by: ['secretary'], from: ['needs-info'], to: 'checking', guard: null, effect: [], reminder: waiting.checking },
  { move: 'lapse', by: ['clock'], from: ['needs-info'], to: 'lapsed', guard: 'told', effect: ['tell-buyer', 'tell-office'], reminder: null },
  { move: 'forward', by: ['secretary'], from: ['checking', 'forwarded', 'interested'], to: 'forwarded', guard: 'reachable', effect: ['private-link', 'tell-firm'], reminder: waiting.forwarded },
  { move: 'interest', by: ['firm', 'secretary'], from: ['forwarded'], to: 'interested', guard: 'worded', effect: ['tell-office'], reminder: waiting.interested },
  { move: 'offer', by: ['firm'], from: ['checking', 'needs-info', 'forwarded', 'interested'], to: 'interested', guard: 'published', effect: ['private-link', 'tell-office'], reminder: waiting.interested },
  { move: 'decline', by: ['firm', 'secretary'], from: ['forwarded'], to: 'checking', guard: 'reasoned', effect: ['tell-office'], reminder: waiting.checking },
  { move: 'answer', by: ['secretary'], from: ['received', 'checking', 'forwarded', 'interested'], to: 'answered', guard: 'worded', effect: ['tell-buyer', 'end-approaches', 'tell-firm'], reminder: null },
  { move: 'ask-consent', by: ['secretary'], from: ['interested'], to: 'consenting', guard: null, effect: ['tell-buyer', 'tell-firm'], reminder: waiting.consenting },
  { move: 'refuse', by: ['buyer', 'firm', 'secretary'], from: ['consenting'], to: 'checking', guard: 'reasoned', effect: ['tell-office', 'tell-firm'], reminder: waiting.checking },
  { move: 'introduce', by: ['secretary'], from: ['consenting'], to: 'introduced', guard: 'both-consents', effect: ['contacts', 'provision'], reminder: waiting.introduced },
  { move: 'dialogue', by: ['secretary', 'buyer', 'firm'], from: ['introduced'], to: 'in-dialogue', guard: null, effect: [], reminder: waiting['in-dialogue'] },
  { move: 'progress', by: ['secretary'], from: ['in-dialogue'], to: 'in-dialogue', guard: 'worded', effect: [], reminder: waiting['in-dialogue'] },
  { move: 'agree', by: ['secretary'], from: ['in-dialogue'], to: 'agreed', guard: 'worded', effect: ['tell-buyer', 'end-approaches'], reminder: null },
  { move: 'fail', by: ['secretary'], from: ['introduced', 'in-dialogue'], to: 'no-deal', guard: 'reasoned', effect: ['tell-buyer'], reminder: null },
  { move: 'close', by: ['secretary'], from: ['checking', 'needs-info', 'forwarded'], to: 'closed', guard: 'reasoned', effect: ['tell-buyer', 'end-approaches', 'tell-firm'], reminder: null },
  { move: 'withdraw', by: ['buyer', 'secretary'], from: openStages, to: 'withdrawn', guard: null, effect: ['tell-buyer', 'end-approaches', 'tell-firm', 'withdraw-consents', 'tell-office'], reminder: null },
  { move: 'hold', by: ['secretary'], from: activeStages, to: 'on-hold', guard: 'dated', effect: ['pause'], reminder: null },
  { move: 'return', by: ['clock', 'secretary'], from: ['on-hold'], to: 'before', guard: null, effect: ['resume', 'tell-office'], reminder: null },
  { move: 'reopen', by: ['secretary'], from: ['closed', 'lapsed', 'answered', 'no-deal'], to: 'checking', guard: 'reasoned', effect: ['owner', 'tell-buyer'], reminder: waiting.checking },
  { move: 'reopen-withdrawn', by: ['secretary'], from: ['withdrawn'], to: 'checking', guard: 'requested', effect: ['owner', 'tell-buyer'], reminder: waiting.checking },
] as const satisfies readonly Transition[]

export type Move = (typeof transitions)[number]['move']

const byMove = new Map<Move, Transition>(transitions.map((transition) => [transition.move, transition]))

export const transition = (move: Move): Transition => byMove.get(move)!
/** Where a move may start; the guard in the `where` of its update. */
export const startsOf = (move: Move): Stage[] => [...transition(move).from]
export const mayMove = (move: Move, from: Stage): boolean => transition(move).from.includes(from)

/**
 * The inquiry's stage as its approaches decide it: the furthest along that is still alive; when none is, how the
 * case ended; null as long as no firm was asked (the desk decides then).
 */
export function stageOf(approaches: readonly { stage: ApproachStage }[]): Stage | null {
  if (approaches.length === 0) return null
  const has = (stage: ApproachStage) => approaches.some((approach) => approach.stage === stage)
  const furthest = aliveStages.findLast(has)
  if (furthest) return furthest
  return (['answered', 'no-deal', 'closed'] as const).find(has) ?? 'checking'
}

/** Where a held case goes on: where the desk had left it, unless firms have decided something meanwhile. */
export function stageAfterHold(left: Stage, approaches: readonly { stage: ApproachStage }[]): Stage {
  if (isDeskStage(left) && !approaches.some(({ stage }) => isAlive(stage))) return left
  return stageOf(approaches) ?? left
}

/** The six plain labels that a buyer sees. */
export const labels = ['received', 'checking', 'asking', 'introduced', 'talking', 'finished'] as const
export type Label = (typeof labels)[number]

const labelOfStage: Record<Stage, Label> = {
  received: 'received',
  checking: 'checking',
  'needs-info': 'checking',
  'on-hold': 'checking',
  forwarded: 'asking',
  interested: 'asking',
  consenting: 'asking',
  introduced: 'introduced',
  'in-dialogue': 'talking',
  agreed: 'finished',
  'no-deal': 'finished',
  answered: 'finished',
  closed: 'finished',
  lapsed: 'finished',
  withdrawn: 'finished',
}
export const labelOf = (stage: Stage): Label => labelOfStage[stage]

const labelAfter: Partial<Record<string, Label>> = {
  taken: 'checking', forwarded: 'asking', offered: 'asking', introduced: 'introduced', dialogue: 'talking',
}

/** The labels a case has behind it, by its history: one that ends early did not pass what lies between. */
export function labelsPassed(verbs: readonly string[], now: Label): Label[] {
  const reached = new Set(verbs.map((verb) => labelAfter[verb]))
  return labels.slice(0, labels.indexOf(now)).filter((label) => label === 'received' || reached.has(label))
}
