import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseQuery, type Part } from '#app/features/catalogue/search/query.ts'
import { makeDictionary } from '#app/features/catalogue/search/dictionary.ts'

const dictionary = makeDictionary([
  { id: 'waste-heat', ja: ['排熱', '廃熱'], zh: ['余热'], en: ['waste heat'] },
  { id: 'waste-heat-recovery', ja: ['排熱回収', '廃熱回収'], zh: ['余热回收'], en: ['waste heat recovery'] },
  { id: 'recovery', ja: ['回収'], zh: ['回收'], en: [] },
  { id: 'hydrogen', ja: ['水素'], zh: ['氢', '氢气'], en: ['hydrogen'] },
  { id: 'aluminium', ja: ['アルミ'], zh: ['铝'], en: ['aluminium'] },
])
const asked = (query: string) => parseQuery(query, dictionary).map((part) => part.text + (part.weak ? '?' : ''))
const first = (query: string): Part => parseQuery(query, dictionary)[0]!

test('the longest word of the terminology is taken first, and expanded by its concept', () => {
  expect(first('余热回收').concepts).toEqual(['waste-heat-recovery'])
  expect(first('余热回收').synonyms).toContain('排热回收')
  expect(first('余热回收').pieces).toEqual(['余热', '回收'])
})

test('words without blanks between them are told apart', () => {
  expect(asked('钢铁余热设备')).toEqual(['钢铁', '余热', '设备?'])
  expect(asked('排熱の回収をしたい')).toEqual(['排热', '回收', 'したい?'])
})

test('a single character is a word only when it stands alone', () => {
  expect(first('铝').concepts).toEqual(['aluminium'])
  expect(asked('废铝')).toEqual(['废铝'])
  expect(first('废铝').concepts).toEqual([])
})

test('one thing said in two languages is asked for once', () => {
  expect(asked('余热 排熱 waste heat')).toEqual(['余热'])
})

test('a query of weak words alone asks for them', () => {
  expect(asked('设备')).toEqual(['设备'])
})

test('an unfinished Latin word stays open', () => {
  expect(first('desulf').open).toBe(true)
  expect(first('hydrogen').open).toBe(false)
})

test('whatever is typed makes at most twelve parts, none empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 5_000 }), (query) => {
      const parts = parseQuery(query, dictionary)
      expect(parts.length).toBeLessThanOrEqual(12)
      expect(parts.every((part) => part.text.trim() !== '')).toBe(true)
    }),
  )
})
