import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, indexTokens, phraseTokens, runs } from '#app/features/catalogue/search/folding.ts'

test.each([
  ['排熱回収', '排热回收'],
  ['廃熱', '廢熱'],
  ['汚泥', '污泥'],
  ['騒音', '噪音'],
  ['髙﨑', '高崎'],
  ['乾燥', '干燥'],
  ['予熱', '预热'],
  ['燐酸', '磷酸'],
  ['沈殿', '沉殿'],
  ['鉱石', '矿石'],
  ['餘熱', '余热'],
  ['CO₂', 'co2'],
  ['ＮＯｘ', 'nox'],
  ['㎥', 'm3'],
  ['ポンプ', 'ぽんぷ'],
  ['ﾎﾟﾝﾌﾟ', 'ポンプ'],
  ['コンプレッサー', 'コンプレッサ'],
])('%s and %s have one key', (one, other) => {
  expect(fold(one)).toBe(fold(other))
})

test('folding is idempotent and never throws, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(fold(fold(text))).toBe(fold(text))
    }),
    { numRuns: 2_000 },
  )
})

test('a text is found by every piece of its own runs', () => {
  const cjk = fc.string({ unit: fc.constantFrom(...'排熱回収汚泥処理ポンプの水素'), minLength: 2, maxLength: 12 })
  fc.assert(
    fc.property(cjk, fc.nat(), fc.nat(), (text, a, b) => {
      const whole = runs(fold(text))[0]!.text
      const from = a % (whole.length - 1)
      const piece = whole.slice(from, from + 2 + (b % Math.max(1, whole.length - from - 1)))
      expect(indexTokens(fold(text)).join(' ')).toContain(phraseTokens(piece).tokens.join(' '))
    }),
  )
})

test('tokens hold no ASCII punctuation or blanks', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
      for (const token of indexTokens(fold(text))) expect(token).toMatch(/^[^\s!-/:-@[-`{-~]+$/)
    }),
  )
})
