import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as schema from '#db/schema/inquiries.ts'
import * as choices from '#app/features/inquiries/choices.ts'
import { aliveStages, isAlive, isOpen, labelOf, labels, labelsPassed, openStages, stageOf, stages, transitions, type ApproachStage } from '#app/features/inquiries/stages.ts'

const approach = fc.constantFrom(...schema.approachStages).map((stage) => ({ stage }))

test('the codes of forms and rules are those of the tables', () => {
  expect(stages).toEqual(schema.inquiryStages)
  expect(choices.kinds).toEqual(schema.inquiryKinds)
  expect(choices.organisationKinds).toEqual(schema.buyerKinds)
  expect(choices.channels).toEqual(schema.channels)
})

test('a living approach decides, the furthest along, in whatever order they are read', () => {
  fc.assert(
    fc.property(fc.array(approach, { minLength: 1, maxLength: 5 }), (all) => {
      const alive = all.map((one) => one.stage).filter(isAlive)
      const rank = (stage: ApproachStage) => (aliveStages as readonly ApproachStage[]).indexOf(stage)
      const stage = stageOf(all)
      if (alive.length > 0) expect(stage).toBe(alive.reduce((a, b) => (rank(a) >= rank(b) ? a : b)))
      else expect(['answered', 'no-deal', 'closed', 'checking']).toContain(stage)
      expect(stageOf([...all].reverse())).toBe(stage)
    }),
  )
})

test('refusals and declines alone lead back to checking; without any approach the desk decides', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('declined' as const, 'refused' as const).map((stage) => ({ stage })), { minLength: 1 }), (all) => {
      expect(stageOf(all)).toBe('checking')
    }),
  )
  expect(stageOf([])).toBeNull()
})

test('every open stage can be left, and can be withdrawn from; of the ended ones all but an agreement can be reopened', () => {
  for (const stage of stages) {
    const leaving = transitions.filter((one) => (one.from as readonly string[]).includes(stage))
    if (isOpen(stage)) expect(leaving.map((one) => one.move)).toContain('withdraw')
    else expect(leaving.map((one) => one.move)).toEqual(stage === 'agreed' ? [] : [stage === 'withdrawn' ? 'reopen-withdrawn' : 'reopen'])
  }
  expect(new Set(transitions.map((one) => one.move)).size).toBe(transitions.length)
  expect(openStages.every(isOpen)).toBe(true)
})

test('the buyer sees six plain labels; what firms and consents do still reads as asking', () => {
  expect(new Set(stages.map(labelOf))).toEqual(new Set(labels))
  expect(['forwarded', 'interested', 'consenting'].map((stage) => labelOf(stage as 'forwarded'))).toEqual(['asking', 'asking', 'asking'])
  for (const stage of stages) expect(labelOf(stage) === 'finished').toBe(!isOpen(stage))
})

test('an inquiry that ends early did not pass what lies between', () => {
  expect(labelsPassed(['opened', 'taken', 'closed'], 'finished')).toEqual(['received', 'checking'])
  expect(labelsPassed(['opened', 'taken', 'forwarded', 'declined'], 'checking')).toEqual(['received'])
})
