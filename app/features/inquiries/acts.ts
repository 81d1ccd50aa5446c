import { isAlive, mayMove, type ApproachStage, type Stage } from './stages.ts'

/** What the desk can do with a case now; each is a page below the case's address. */
export type CaseAct = 'taking' | 'question' | 'resumption' | 'forwarding' | 'answer' | 'closure'
export type ApproachAct = 'response' | 'relay' | 'consents' | 'introduction' | 'dialogue' | 'outcome'

const moveOf = { taking: 'take', question: 'ask', resumption: 'resume', forwarding: 'forward', answer: 'answer', closure: 'close' } as const

/** In the order of use: the first is what usually comes next. */
export const actsOnCase = (stage: Stage): CaseAct[] =>
  (['taking', 'forwarding', 'resumption', 'question', 'answer', 'closure'] as const).filter((act) => mayMove(moveOf[act], stage))

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
  if (stage === 'introduced' || stage === 'in-dialogue') acts.push('outcome')
  if (stage === 'forwarded') acts.push('response')
  if (isAlive(stage) && stage !== 'agreed') acts.push('relay')
  return acts
}
