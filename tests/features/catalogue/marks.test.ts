import { expect, test } from 'vitest'
import { blankContent } from '#app/features/catalogue/content.ts'
import { marksOf } from '#app/features/catalogue/marks.ts'

const parents: Record<string, string> = { sludge: 'water', sewage: 'water' }
const parentOf = (field: string) => parents[field]
const installed = (country: string, region: string | null) => ({ country, region, year: null, count: null, since: null, note: { ja: null, zh: null } })

test('a child field brings its parent, once', () => {
  expect(marksOf({ ...blankContent(), fields: ['sludge', 'sewage'] }, parentOf)).toEqual(['field:sewage', 'field:sludge', 'field:water', 'region:*'])
})

test('stage, modes and addressed regions are marks', () => {
  const content = { ...blankContent(), fields: ['water'], stage: 'commercial' as const, cooperation: ['licence' as const, 'sale' as const], regions: ['CN-SD'] }
  expect(marksOf(content, parentOf)).toEqual(['field:water', 'mode:licence', 'mode:sale', 'region:CN-SD', 'stage:commercial'])
})

test('installations count for China and its regions only', () => {
  const content = { ...blankContent(), regions: ['CN-SD'], installations: [installed('CN', 'CN-JS'), installed('JP', 'JP-13'), installed('CN', null)] }
  expect(marksOf(content, parentOf)).toEqual(['china', 'region:CN-JS', 'region:CN-SD'])
  expect(marksOf({ ...blankContent(), installations: [installed('JP', 'JP-13')] }, parentOf)).toEqual(['region:*'])
})

test('a listing bears the languages of its name', () => {
  expect(marksOf({ ...blankContent(), name: { ja: '乾燥機', zh: null }, regions: ['CN-SD'] }, parentOf)).toEqual(['lang:ja', 'region:CN-SD'])
})
