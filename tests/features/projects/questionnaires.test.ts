import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import type { Question, Section } from '#db/schema/surveys.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { orderForm } from '#app/features/projects/surveys/form.ts'
import { moveInOrder, ways, type Moved, type Way } from '#app/features/projects/surveys/ordering.ts'
import { addQuestionnaire, publishVersion, readVersion, reorder } from '#app/features/projects/surveys/questionnaires.server.ts'
import { secretary } from '../../support/people.ts'

const both = (text: string) => ({ ja: text, zh: text })
const question = (code: string, more: Partial<Question> = {}): Question => ({ code, kind: 'text', text: both(code), required: false, ...more })
const section = (code: string, ...questions: Question[]): Section => ({ code, title: both(code), questions })
const going = question('going', { kind: 'single', options: [{ code: 'yes', ...both('yes') }, { code: 'no', ...both('no') }] })
const why = question('why', { when: { question: 'going', op: 'is', codes: ['no'] } })
const sections = [section('one', going, why), section('two', question('sum')), section('three')]
const order = (all: readonly Section[]) => all.map(({ code, questions }) => [code, ...questions.map((one) => one.code)].join(' '))

let clerk: Secretary
beforeAll(async () => {
  clerk = await secretary()
})

test('over the edge of a section a question goes into the next one, as far as there is one', () => {
  const moved = (what: Moved, way: Way) => order(moveInOrder(sections, what, way) ?? [])
  expect(moved({ question: 'why' }, 'up')).toEqual(['one why going', 'two sum', 'three'])
  expect(moved({ question: 'why' }, 'down')).toEqual(['one going', 'two why sum', 'three'])
  expect(moved({ question: 'sum' }, 'up')).toEqual(['one going why sum', 'two', 'three'])
  expect(moved({ section: 'two' }, 'up')).toEqual(['two sum', 'one going why', 'three'])
  for (const [what, way] of [[{ question: 'going' }, 'up'], [{ section: 'one' }, 'up'], [{ section: 'three' }, 'down'], [{ question: 'unknown' }, 'down']] as const) expect(moveInOrder(sections, what, way)).toBeNull()
})

test('whatever is moved, no question is lost or doubled, and the other way leads back', () => {
  const whats: Moved[] = [...['going', 'why', 'sum'].map((code) => ({ question: code })), ...['one', 'two', 'three'].map((code) => ({ section: code }))]
  const codes = (all: readonly Section[]) => all.flatMap(({ questions }) => questions.map((one) => one.code)).sort()
  fc.assert(
    fc.property(fc.array(fc.record({ what: fc.constantFrom(...whats), way: fc.constantFrom(...ways) }), { maxLength: 20 }), (moves) => {
      let at: Section[] = sections
      for (const { what, way } of moves) {
        const next = moveInOrder(at, what, way)
        if (!next) continue
        expect(codes(next)).toEqual(codes(sections))
        expect(order(moveInOrder(next, what, way === 'up' ? 'down' : 'up') ?? [])).toEqual(order(at))
        at = next
      }
    }),
  )
})

test('a draft is reordered under its edition; a condition never stands before its question; a published version stays', async () => {
  const { id } = await transact((tx) => addQuestionnaire(tx, clerk, { kind: 'follow-up', nameJa: '順', nameZh: '顺序', sections }))
  const version = async () => (await readVersion(db, id, 1))!.version
  const first = await version()
  const move = async (what: Moved, way: Way, on = first) => transact((tx) => reorder(tx, clerk, on, on.edition, what, way))
  expect(await move({ question: 'why' }, 'up')).toEqual({ ok: false, reason: 'condition-first' })
  expect(await move({ question: 'sum' }, 'up')).toEqual({ ok: true })
  expect(await move({ question: 'sum' }, 'down')).toEqual({ ok: false, reason: 'changed-meanwhile' })
  expect(order((await version()).sections)).toEqual(['one going why sum', 'two', 'three'])
  const draft = await version()
  expect(await transact((tx) => publishVersion(tx, clerk, draft))).toEqual({ ok: true })
  expect(await move({ question: 'sum' }, 'up', await version())).toEqual({ ok: false, reason: 'published' })
})

test('what is sent names one thing and a way', () => {
  expect(orderForm.parse({ edition: '3', question: 'going', way: 'down' })).toEqual({ edition: 3, way: 'down', what: { question: 'going' } })
  expect(orderForm.safeParse({ way: 'down' }).success).toBe(false)
  expect(orderForm.safeParse({ section: 'one', way: 'sideways' }).success).toBe(false)
})
