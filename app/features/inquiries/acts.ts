import { isAlive, isOpen, mayMove, type ApproachStage, type Stage } from './stages.ts'

/** What the desk can do with a case now; each is a page below the case's address. */
export type CaseAct = 'taking' | 'question' | 'resumption' | 'forwarding' | 'answer' | 'closure' | 'returning' | 'reopening' | 'holding' | 'withdrawal' | 'transfer' | 'escalation'
export type ApproachAct = 'response' | 'relay' | 'consents' | 'introduction' | 'dialogue' | 'outcome' | 'consent' | 'progress'

const moveOf = { taking: 'take', question: 'ask', resumption: 'resume', forwarding: 'forward', answer: 'answer', closure: 'close', returning: 'return', holding: 'hold', withdrawal: 'withdraw' } as const

/** In the order of use: the first is what usually comes next. */
export const actsOnCase = (stage: Stage): CaseAct[] =>
  (['returning', 'taking', 'forwarding', 'resumption', 'question', 'answer', 'closure'] as const).filter((act) => mayMove(moveOf[act], stage))

/** What is done now and then, folded away: it moves the case aside, to somebody else, or back from its end. */
export function rareActsOnCase(stage: Stage): CaseAct[] {
  if (isOpen(stage)) return ['transfer', 'escalation', ...(['holding', 'withdrawal'] as const).filter((act) => mayMove(moveOf[act], stage))]
  return mayMove('reopen', stage) || mayMove('reopen-withdrawn', stage) ? ['reopening'] : []
}

interface Standing {
  stage: ApproachStage
  buyerConsentAt: Date | null
  firmConsentAt: Date | null
}

export function actsOnApproach({ stage, buyerConsentAt, firmConsentAt }: Standing): ApproachAct[] {
  const acts: ApproachAct[] = []
  if (stage === 'interested') acts.push('consents')
  if (stage === 'consenting' && buyerConsentAt && firmConsentAt) acts.push('introduction')
  if (stage === 'introduced') acts.push('dialogue')
  if (stage === 'in-dialogue') acts.push('progress')
  if (stage === 'introduced' || stage === 'in-dialogue') acts.push('outcome')
  if (stage === 'forwarded') acts.push('response')
  if (stage === 'consenting' && !(buyerConsentAt && firmConsentAt)) acts.push('consent')
  if (isAlive(stage) && stage !== 'agreed') acts.push('relay')
  return acts
}

export type NextAct<T, A> = { of: 'task'; task: T } | { of: 'approach'; approach: A; act: ApproachAct } | { of: 'case'; act: CaseAct }

/** The one thing to do next in a case; null while the office can only wait, or when it is over. */
export function nextAct<T extends { doneAt: Date | null }, A extends Standing>(stage: Stage, tasks: readonly T[], approaches: readonly A[]): NextAct<T, A> | null {
  if (!isOpen(stage) || stage === 'on-hold') return null
  const task = tasks.find((one) => !one.doneAt)
  if (task) return { of: 'task', task }
  for (const wanted of ['introduction', 'consents', 'dialogue', 'progress'] as const) {
    const approach = approaches.find((one) => actsOnApproach(one).includes(wanted))
    if (approach) return { of: 'approach', approach, act: wanted }
  }
  return stage === 'received' ? { of: 'case', act: 'taking' } : stage === 'checking' ? { of: 'case', act: 'forwarding' } : null
}
