import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerpt, mark, markerOf } from '#app/features/catalogue/search/marking.ts'
import { fold } from '#app/features/catalogue/search/folding.ts'

const marked = (text: string, ...words: string[]) => mark(text, markerOf(words.map(fold))).filter((piece) => piece.marked).map((piece) => piece.text)

test('words are marked in the original writing', () => {
  expect(marked('高温の排熱を回収する', '排热')).toEqual(['排熱'])
  expect(marked('ﾎﾟﾝﾌﾟとポンプ', 'ポンプ')).toEqual(['ﾎﾟﾝﾌﾟ', 'ポンプ'])
  expect(marked('CO₂を分離', 'CO2')).toEqual(['CO₂'])
  expect(marked('Heat-pump / heat pump', 'heat pump')).toEqual(['Heat-pump', 'heat pump'])
})

test('Latin words are marked whole only', () => {
  expect(marked('NOx and VOCs, VOC', 'voc')).toEqual(['VOC'])
})

test('marking loses and invents nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.array(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 4 }), (text, words) => {
      expect(mark(text, markerOf(words.map(fold))).map((piece) => piece.text).join('')).toBe(text)
    }),
  )
})

test('an excerpt shows the word with its surroundings', () => {
  const text = `${'あ'.repeat(200)}。ここで汚泥を乾燥する。${'い'.repeat(200)}`
  expect(excerpt(text, markerOf(['污泥'])!)).toMatch(/^…ここで汚泥を乾燥する。い+…$/)
  expect(excerpt(text, markerOf(['氢'])!)).toBeNull()
})
