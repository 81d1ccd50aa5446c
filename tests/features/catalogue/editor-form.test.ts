import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cooperationModes, costBands, exportControls, ipStates, paybackBands, savingKinds, stages, type ListingContent } from '#db/schema/catalogue.ts'
import { blankContent, orderedContent } from '#app/features/catalogue/content.ts'
import { checklist, isSubmittable } from '#app/features/catalogue/revising/checklist.ts'
import { readCompanyForm, typeCompany } from '#app/features/catalogue/revising/company-form.ts'
import { readSection, typeSection } from '#app/features/catalogue/revising/listing-form.ts'
import { numberOf } from '#app/features/catalogue/revising/listing-rows.ts'
import { differingIn, givenWay } from '#app/features/catalogue/revising/section-conflict.ts'
import { membersOf, sections } from '#app/features/catalogue/revising/sections.ts'

const letters = [...'技術节能热泵アイウ abc09%℃\n𠮷、']
const text = (most: number, from = letters) => fc.array(fc.constantFrom(...from), { maxLength: most }).map((all) => all.join('').trim())
const optional = (most: number) => text(most).map((one) => one || null)
const both = (most: number) => fc.record({ ja: optional(most), zh: optional(most) })
const word = text(12, [...'热泵ヒートabc']).filter(Boolean)
const year = fc.option(fc.integer({ min: 1900, max: 2100 }))
const number = fc.oneof(fc.integer({ min: -1e6, max: 1e6 }), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })).map((n) => n + 0)
const subset = <T extends string>(values: readonly T[]) => fc.subarray([...values])

const contents: fc.Arbitrary<ListingContent> = fc
  .record({
    name: both(30), summary: both(120), description: both(200), problem: both(60), principle: both(60), advantage: both(60), partnerSought: both(60), maintenance: both(60),
    fields: fc.uniqueArray(fc.constantFrom('water', 'sludge', 'heat', 'dust'), { maxLength: 4 }),
    indicators: fc.array(fc.record({ name: both(20), value: fc.oneof(number, text(20).filter((one) => numberOf(one) === null)), unit: text(10), baseline: both(20), conditions: both(20) }).filter((row) => row.value !== '' || row.unit !== ''), { maxLength: 4 }),
    savings: fc.array(fc.record({ kind: fc.constantFrom(...savingKinds), value: number, unit: text(10), basis: both(20) }), { maxLength: 4 }),
    cost: fc.option(fc.constantFrom(...costBands)), payback: fc.option(fc.constantFrom(...paybackBands)), stage: fc.option(fc.constantFrom(...stages)), ip: fc.option(fc.constantFrom(...ipStates)),
    installations: fc.array(fc.record({ country: fc.constant('CN'), region: fc.option(fc.constantFrom('CN-JS', 'CN-SH')), year, count: fc.option(fc.nat(1000)), since: year, note: both(20) }), { maxLength: 4 }),
    certificates: fc.array(fc.record({ name: both(20), issuer: optional(20), year }).filter(({ name, issuer, year: at }) => Boolean(name.ja ?? name.zh ?? issuer ?? at)), { maxLength: 4 }),
    cooperation: subset(cooperationModes), regions: subset(['CN-BJ', 'CN-SH', 'CN-JS']), exportControl: fc.constantFrom(...exportControls),
    keywords: fc.record({ ja: fc.uniqueArray(word, { maxLength: 5 }), zh: fc.uniqueArray(word, { maxLength: 5 }) }),
  })
  .map((given) => orderedContent({ ...blankContent(), ...given }))

test('a content as a form and back is the same content', () => {
  fc.assert(
    fc.property(contents, (content) => {
      for (const section of sections) {
        const { members, errors } = readSection(section, typeSection(section, content))
        expect(errors).toEqual({})
        expect(Object.keys(members).sort()).toEqual([...membersOf[section]].sort())
        expect(orderedContent({ ...content, ...members })).toEqual(content)
      }
    }),
    { numRuns: 120 },
  )
})

test('what cannot be stored is told beside its field; the rest can be', () => {
  const typed = { ...typeSection('basics', blankContent()), 'name.ja': 'あ'.repeat(121), 'summary.zh': '好', 'keywords.ja': `短い\n${'長'.repeat(101)}` }
  const { members, errors } = readSection('basics', typed)
  expect(errors).toEqual({ 'name.ja': ['too-long:120'], 'keywords.ja': ['too-long:100'] })
  expect(members).toMatchObject({ summary: { ja: null, zh: '好' }, stage: null })
  expect(members).not.toHaveProperty('name')
})

test('an error of a row names the row as typed, whatever was left blank before it', () => {
  const { members, errors } = readSection('figures', { 'savings[2].kind': 'co2', 'savings[2].value': '多い', 'indicators[0].name.ja': '効率' })
  expect(errors).toEqual({ 'savings[2].value': ['wrong-type:number'] })
  expect(members.indicators).toMatchObject([{ name: { ja: '効率', zh: null }, value: '' }])
})

test('rows are removed by tick and go where their numbers say', () => {
  const names = (places: string[], removed: number[] = []) =>
    readSection('evidence', Object.fromEntries(places.flatMap((place, at) => [[`certificates[${at}].name.ja`, 'ABCD'[at]!], [`certificates[${at}].place`, place], ...(removed.includes(at) ? [[`certificates[${at}].remove`, 'on']] : [])])))
      .members.certificates!.map((row) => row.name.ja)
      .join('')
  expect(names(['1', '2', '3'])).toBe('ABC')
  expect(names(['1', '2', '1'])).toBe('CAB')
  expect(names(['3', '2', '3'])).toBe('BCA')
  expect(names(['1', '2', '3', ''], [1])).toBe('ACD')
  expect(names(['３', '1', '2'])).toBe('BCA')
})

test('numbers may be written full-width and with separators', () => {
  expect([numberOf('１２．５'), numberOf('1,200'), numberOf('-3'), numberOf('3〜4'), numberOf('1,20'), numberOf('')]).toEqual([12.5, 1200, -3, null, null, null])
})

test('a conflict shows the fields that differ; what one gives way in becomes the other’s', () => {
  const stored = { ...blankContent(), summary: { ja: '彼の文', zh: null }, stage: 'research' as const }
  const typed = { ...typeSection('basics', stored), 'summary.ja': '私の文', stage: 'commercial', theirs: 'summary.ja' }
  const { members } = readSection('basics', typed)
  expect(differingIn('basics', stored, typed, members, 'ja', [])).toEqual([
    { name: 'summary.ja', member: 'summary', language: 'ja', theirs: '彼の文', yours: '私の文' },
    { name: 'stage', member: 'stage', language: null, theirs: '研究段階', yours: '商用化' },
  ])
  expect(readSection('basics', givenWay('basics', stored, typed)).members).toMatchObject({ summary: { ja: '彼の文' }, stage: 'commercial' })
})

test('the checklist tells what is missing and what cannot do without', () => {
  const blank = blankContent()
  expect(checklist(blank).filter((check) => check.required && !check.done).map((check) => check.name)).toEqual(['name', 'fields'])
  const named = { ...blank, name: { ja: '名', zh: null }, fields: ['water'] }
  expect(isSubmittable(named)).toBe(true)
  const nothing = { ja: null, zh: null }
  expect(isSubmittable({ ...named, certificates: [{ name: nothing, issuer: '協会', year: null }] })).toBe(false)
  const done = (content: ListingContent) => checklist(content).filter((check) => check.done).map((check) => check.name)
  const figure = { name: { ja: '効率', zh: null }, value: 3, unit: '', baseline: nothing, conditions: nothing }
  expect(done({ ...named, indicators: [figure] })).not.toContain('indicator')
  expect(done({ ...named, indicators: [{ ...figure, baseline: { ja: '従来', zh: null } }] })).toContain('indicator')
  expect(checklist({ ...named, translations: { problem: { zh: 'stale' } } }).find((check) => check.name === 'translations')).toMatchObject({ done: false, where: 'texts', member: 'problem' })
})

test('a firm’s details as a form and back are the same', () => {
  const details = {
    nameJa: '見本株式会社', nameZh: null, nameEn: 'Mihon', reading: 'みほん', pinyin: null, romanised: null, formerNames: ['旧見本', '見本商店'], kind: 'university' as const,
    prefecture: 'JP-13', size: '20-99' as const, site: 'https://mihon.example/', corporateNumber: null, profileJa: '一\n\n二', profileZh: null,
  }
  expect(readCompanyForm(typeCompany(details))).toEqual({ text: details, errors: {} })
  expect(readCompanyForm({ ...typeCompany(details), reading: '漢字', site: 'mihon', profileZh: '字'.repeat(2001) }).errors).toEqual({ reading: ['not-kana:漢字'], site: ['bad-address:mihon'], profileZh: ['too-long:2000'] })
})
