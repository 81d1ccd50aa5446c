import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answers, Question, Section } from '#db/schema/surveys.ts'
import { analyse, ratesBy, type Told } from '#app/features/projects/surveys/analysis.ts'
import { askedQuestions, openQuestions, readAnswer, saveStep, stepAfter, stepsOf, validAnswers, type Saved } from '#app/features/projects/surveys/engine.ts'
import { conditionsHold } from '#app/features/projects/surveys/questionnaires.server.ts'
import type { BundledSurveys } from '#app/features/projects/surveys/seeding.server.ts'
import { crossTable } from '#app/features/projects/surveys/tallies.ts'

const both = (text: string) => ({ ja: text, zh: text })
const options = (...codes: string[]) => codes.map((code) => ({ code, ...both(code) }))
const question = (code: string, more: Partial<Question> = {}): Question => ({ code, kind: 'text', text: both(code), required: false, ...more })
const yesNo = question('going', { kind: 'single', required: true, options: options('yes', 'no') })
const why = question('why', { required: true, when: { question: 'going', op: 'is', codes: ['no'] } })
const kinds = question('kinds', { kind: 'several', options: options('a', 'b', 'c') })
const amount = question('amount', { kind: 'number', unit: both('t'), when: { question: 'kinds', op: 'has', codes: ['b'] } })
const deeper = question('deeper', { when: { question: 'why', op: 'is', codes: ['x'] } })
const sections: Section[] = [
  { code: 'one', title: both('one'), questions: [yesNo, why] },
  { code: 'two', title: both('two'), questions: [kinds] },
  { code: 'three', title: both('three'), questions: [amount, deeper] },
]

test('a condition in the same section is asked on the next page, one across sections in its own; empty pages are left out', () => {
  expect(stepsOf(sections, {}).map(({ key }) => key)).toEqual(['one', 'two'])
  expect(stepsOf(sections, { going: 'no' }).map(({ key }) => key)).toEqual(['one', 'one.1', 'two'])
  expect(stepAfter(sections, { going: 'no' }, 'one')).toBe('one.1')
  expect(stepAfter(sections, { going: 'yes' }, 'one')).toBe('two')
  expect(stepAfter(sections, { going: 'yes', kinds: ['a', 'b'] }, 'two')).toBe('three')
  expect(stepAfter(sections, { going: 'yes', kinds: ['a'] }, 'two')).toBeNull()
})

test('an answer whose question is not asked any more does not count, nor what hung on it', () => {
  expect(validAnswers(sections, { going: 'yes', why: 'x', deeper: 'y', kinds: ['b'], amount: 3 })).toEqual({ going: 'yes', kinds: ['b'], amount: 3 })
  expect(askedQuestions(sections, { going: 'no', why: 'x' }).map(({ code }) => code)).toEqual(['going', 'why', 'kinds', 'deeper'])
  expect(openQuestions(sections, {}).map(({ code }) => code)).toEqual(['going'])
  expect(openQuestions(sections, { going: 'no' }).map(({ code }) => code)).toEqual(['why'])
})

test('what is typed becomes an answer of its kind, or is refused', () => {
  expect(readAnswer(amount, ['１，２３４．５'])).toEqual({ ok: true, answer: 1234.5 })
  expect(readAnswer(amount, ['about 3'])).toEqual({ ok: false, error: 'invalid' })
  expect(readAnswer(kinds, ['c', 'a'])).toEqual({ ok: true, answer: ['a', 'c'] })
  expect(readAnswer(kinds, ['z'])).toEqual({ ok: false, error: 'choose' })
  expect(readAnswer(yesNo, ['yes', 'no'])).toEqual({ ok: false, error: 'choose' })
  expect(readAnswer(question('d', { kind: 'date' }), ['2026-02-30'])).toEqual({ ok: false, error: 'invalid' })
  expect(readAnswer(question('s', { kind: 'scale', scale: { most: 5, low: both(''), high: both('') } }), ['6'])).toEqual({ ok: false, error: 'choose' })
  expect(readAnswer(why, [' '])).toEqual({ ok: true, answer: null })
})

const blank: Saved = { answers: {}, saves: {}, edition: 0 }
const saved = (result: ReturnType<typeof saveStep>): Saved => {
  if (result.kind === 'conflict') throw new Error('conflict')
  return result.next
}

test('a form that comes twice counts once; the back button changes; another window that knew less is told', () => {
  const first = saved(saveStep(blank, 'one', { going: 'yes' }, { key: 'k1', edition: 0 }))
  expect(saveStep(first, 'one', { going: 'yes' }, { key: 'k1', edition: 0 })).toEqual({ kind: 'unchanged', next: first })
  const second = saved(saveStep(first, 'two', { kinds: ['a'] }, { key: 'k2', edition: 1 }))
  // The page kept by the browser from before, sent again with another answer: it is the same form.
  const back = saved(saveStep(second, 'one', { going: 'no' }, { key: 'k1', edition: 0 }))
  expect(back.answers).toEqual({ going: 'no', kinds: ['a'] })
  // A second window, opened before the first saved.
  expect(saveStep(back, 'one', { going: 'yes' }, { key: 'k9', edition: 0 })).toEqual({ kind: 'conflict' })
  expect(saved(saveStep(back, 'one', { going: 'yes' }, { key: 'k9', edition: back.edition })).answers.going).toBe('yes')
})

test('whatever the order and however often forms arrive, nothing that was saved for other pages is lost', () => {
  const sent = fc.record({ step: fc.constantFrom('a', 'b', 'c'), value: fc.string({ minLength: 1 }), key: fc.constantFrom('k1', 'k2'), behind: fc.nat(3), times: fc.integer({ min: 1, max: 3 }) })
  fc.assert(
    fc.property(fc.array(sent, { maxLength: 30 }), (arrivals) => {
      let stored = blank
      const expected: Answers = {}
      for (const { step, value, key, behind, times } of arrivals) {
        for (let n = 0; n < times; n++) {
          const result = saveStep(stored, step, { [step]: value }, { key, edition: Math.max(0, stored.edition - behind) })
          if (result.kind === 'conflict') continue
          stored = result.next
          expected[step] = value
        }
      }
      expect(stored.answers).toEqual(expected)
    }),
  )
})

const told = (more: Partial<Told>): Told => ({ round: 'r', year: 2026, projectId: 'p', side: 'japan', kind: 'company', forum: 15, fields: ['energy'], state: 'answered', via: 'link', answers: {}, ...more })

test('rates: who was never asked, and firms that are no more, are not asked', () => {
  const rates = ratesBy([told({}), told({ state: 'partly' }), told({ state: 'refused', via: null }), told({ state: 'reminded', via: null }), told({ state: 'dissolved', via: null }), told({ state: 'not-sent', via: null })], () => 'all')
  expect(rates).toEqual([{ key: 'all', asked: 4, answered: 1, partly: 1, refused: 1, silent: 1, percent: 25 }])
})

test('a project counts once however many of its parties say the same; claimed and verified savings stay apart', () => {
  const asks: Section[] = [{ code: 'x', title: both('x'), questions: [question('obstacles', { kind: 'several', list: 'obstacles', options: options('permit', 'bidding') }), question('energy-saved', { kind: 'number' }), question('savings-basis', { kind: 'single', options: options('claimed', 'verified') })] }]
  const own = [
    told({ answers: { obstacles: ['permit'], 'energy-saved': 100, 'savings-basis': 'claimed' } }),
    told({ side: 'china', answers: { obstacles: ['permit', 'bidding'], 'energy-saved': 80, 'savings-basis': 'claimed' } }),
    told({ projectId: 'q', fields: ['water'], answers: { 'energy-saved': 7, 'savings-basis': 'verified' } }),
  ]
  const { obstacles, outcomes } = analyse(asks, own, [...own, told({ round: 'before', year: 2025, answers: { obstacles: ['permit'] } })])
  expect(obstacles.year).toEqual([{ key: 'bidding', cells: [0, 1] }, { key: 'permit', cells: [1, 1] }])
  expect(obstacles.field).toEqual([{ key: 'bidding', cells: [1, 0] }, { key: 'permit', cells: [1, 0] }])
  expect(outcomes.saved.energy).toEqual({ claimed: { sum: 100, projects: 1 }, verified: { sum: 7, projects: 1 } })
})

test('two coded questions crossed', () => {
  expect(crossTable(yesNo, kinds, [{ going: 'yes', kinds: ['a', 'b'] }, { going: 'yes', kinds: ['b'] }, { going: 'no' }]).cells).toEqual([[1, 2, 0], [0, 0, 0]])
})

test('the bundled questionnaires are whole: both languages, conditions that can be met, the published figures of the fifteenth forum', () => {
  const { questionnaires, aggregates } = JSON.parse(readFileSync('db/seeds/projects/surveys.json', 'utf8')) as BundledSurveys
  for (const { sections: own } of questionnaires) {
    const asked = own.flatMap((section) => section.questions)
    expect(new Set(asked.map(({ code }) => code)).size).toBe(asked.length)
    expect(asked.every(({ text }) => text.ja && text.zh && !/[\u3041-\u30fa]/.test(text.zh))).toBe(true)
    // Conditions on the options of a vocabulary are checked once those are filled in.
    expect(conditionsHold(own.map((section) => ({ ...section, questions: section.questions.map((one) => ({ ...one, when: asked.find(({ code }) => code === one.when?.question)?.list ? undefined : one.when })) })))).toBe(true)
  }
  expect(aggregates[0]!.answers).toBe(111)
  expect(aggregates[0]!.questions[2]!.options[0]).toMatchObject({ code: 'information', percent: 93.7, answers: 104 })
})
