import { expect, test } from 'vitest'
import { ndcgAt, recallAt, successAt } from './measures.ts'

const judged = { a: 3, b: 2, c: 1 }

test('nDCG is 1 for the best order, however much follows', () => {
  expect(ndcgAt(10)(judged, ['a', 'b', 'c', 'x', 'y'])).toBeCloseTo(1, 10)
})

test('nDCG of a worse order, by hand', () => {
  // ideal: 7/1 + 3/1.58496 + 1/2 = 9.39279; returned x a c: 0 + 7/1.58496 + 1/2 = 4.91651
  expect(ndcgAt(10)(judged, ['x', 'a', 'c'])).toBeCloseTo(4.91651 / 9.39279, 5)
})

test('nDCG looks at the first k only, in the best order too', () => {
  // k = 2, ideal: 7/1 + 3/1.58496 = 8.89279; returned c b: 1/1 + 3/1.58496 = 2.89279
  expect(ndcgAt(2)(judged, ['c', 'b', 'a'])).toBeCloseTo(2.89279 / 8.89279, 5)
})

test('nDCG of nothing is 0', () => {
  expect(ndcgAt(10)(judged, [])).toBe(0)
  expect(ndcgAt(10)({}, ['a'])).toBe(0)
})

test('recall is the share of judged records among the first k', () => {
  expect(recallAt(20)(judged, ['x', 'c', 'a'])).toBeCloseTo(2 / 3, 10)
  expect(recallAt(2)(judged, ['x', 'c', 'a'])).toBeCloseTo(1 / 3, 10)
  expect(recallAt(20)({ ...judged, d: 0 }, ['a', 'b', 'c'])).toBe(1)
  expect(recallAt(20)({}, ['a'])).toBe(0)
})

test('success asks for one clearly relevant record among the first k', () => {
  expect(successAt(3)(judged, ['x', 'y', 'b'])).toBe(1)
  expect(successAt(3)(judged, ['x', 'y', 'z', 'a'])).toBe(0)
  expect(successAt(3)(judged, ['c', 'x', 'y'])).toBe(0)
  expect(successAt(3)(judged, [])).toBe(0)
})
