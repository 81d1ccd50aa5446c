/** The life of an inquiry (main path of the table in the domain's description), as data. */
export const stages = [
  'received', 'checking', 'needs-info', 'forwarded', 'interested', 'consenting', 'introduced', 'in-dialogue',
  'agreed', 'no-deal', 'answered', 'closed', 'lapsed', 'withdrawn', 'on-hold',
] as const
export type Stage = (typeof stages)[number]

export const openStages = ['received', 'checking', 'needs-info', 'forwarded', 'interested', 'consenting', 'introduced', 'in-dialogue', 'on-hold'] as const satisfies readonly Stage[]
export const isOpen = (stage: Stage): boolean => (openStages as readonly Stage[]).includes(stage)

export type ApproachStage =
  | 'forwarded' | 'interested' | 'declined' | 'consenting' | 'refused' | 'introduced' | 'in-dialogue' | 'agreed' | 'no-deal' | 'answered' | 'closed'

/** Approaches that still lead somewhere, the furthest along last. */
export const aliveStages = ['forwarded', 'interested', 'consenting', 'introduced', 'in-dialogue', 'agreed'] as const satisfies readonly ApproachStage[]
export const isAlive = (stage: ApproachStage): boolean => (aliveStages as readonly ApproachStage[]).includes(stage)

export type Actor = 'buyer' | 'firm' | 'secretary'
export type Guard = 'consented' | 'unowned' | 'worded' | 'reachable' | 'reasoned' | 'both-consents'

export interface Transition {
  move: string
  by: readonly Actor[]
  from: readonly Stage[]
  to: Stage
  guard: Guard | null
}

export const transitions = [
  { move: 'open', by: ['buyer', 'secretary'], from: [], to: 'received', guard: 'consented' },
  { move: 'take', by: ['secretary'], from: ['received'], to: 'checking', guard: 'unowned' },
  { move: 'ask', by: ['secretary'], from: ['checking'], to: 'needs-info', guard: 'worded' },
  { move: 'reply', by: ['buyer'], from: ['needs-info'], to: 'checking', guard: 'worded' },
  { move: 'resume', by: ['secretary'], from: ['needs-info'], to: 'checking', guard: null },
  { move: 'forward', by: ['secretary'], from: ['checking', 'forwarded', 'interested'], to: 'forwarded', guard: 'reachable' },
  { move: 'interest', by: ['firm', 'secretary'], from: ['forwarded'], to: 'interested', guard: 'worded' },
  { move: 'decline', by: ['firm', 'secretary'], from: ['forwarded'], to: 'checking', guard: 'reasoned' },
  { move: 'answer', by: ['secretary'], from: ['received', 'checking', 'forwarded', 'interested'], to: 'answered', guard: 'worded' },
  { move: 'ask-consent', by: ['secretary'], from: ['interested'], to: 'consenting', guard: null },
  { move: 'refuse', by: ['buyer', 'firm'], from: ['consenting'], to: 'checking', guard: 'reasoned' },
  { move: 'introduce', by: ['secretary'], from: ['consenting'], to: 'introduced', guard: 'both-consents' },
  { move: 'dialogue', by: ['secretary'], from: ['introduced'], to: 'in-dialogue', guard: null },
  { move: 'agree', by: ['secretary'], from: ['in-dialogue'], to: 'agreed', guard: 'worded' },
  { move: 'fail', by: ['secretary'], from: ['introduced', 'in-dialogue'], to: 'no-deal', guard: 'reasoned' },
  { move: 'close', by: ['secretary'], from: ['checking', 'needs-info', 'forwarded'], to: 'closed', guard: 'reasoned' },
  { move: 'withdraw', by: ['buyer'], from: openStages, to: 'withdrawn', guard: null },
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
  taken: 'checking', forwarded: 'asking', introduced: 'introduced', dialogue: 'talking',
}

/** The labels a case has behind it, by its history: one that ends early did not pass what lies between. */
export function labelsPassed(verbs: readonly string[], now: Label): Label[] {
  const reached = new Set(verbs.map((verb) => labelAfter[verb]))
  return labels.slice(0, labels.indexOf(now)).filter((label) => label === 'received' || reached.has(label))
}

/** Days after which a stage should not rest any longer without somebody looking at it. */
const patience: Partial<Record<Stage, number>> = {
  received: 2, checking: 4, 'needs-info': 7, forwarded: 5, interested: 2, consenting: 7, introduced: 10, 'in-dialogue': 30,
}
export const isOverdue = (stage: Stage, daysResting: number): boolean => daysResting >= (patience[stage] ?? Infinity)
