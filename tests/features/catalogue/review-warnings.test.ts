import { expect, test } from 'vitest'
import { blankContent } from '#app/features/catalogue/content.ts'
import { readableAddress } from '#app/features/catalogue/revising/addresses.ts'
import { changesOf } from '#app/features/catalogue/revising/difference.ts'
import { memberChanges } from '#app/features/catalogue/revising/reading.ts'
import { textSlots, withTexts } from '#app/features/catalogue/revising/text-slots.ts'
import { translated } from '#app/features/catalogue/revising/translating.ts'
import { bareClaims, showContacts, warningsOf, type FileFacts } from '#app/features/catalogue/revising/warnings.ts'
import type { ListingContent } from '#db/schema/listing-content.ts'

const both = (ja: string | null, zh: string | null) => ({ ja, zh })
const content = (given: Partial<ListingContent>): ListingContent => ({ ...blankContent(), name: both('排熱回収装置', '余热回收装置'), exportControl: 'not-controlled', images: [picture('a')], ...given })
const picture = (file: string) => ({ file, width: 10, height: 10, alt: both('写真', '照片') })
const pdf = (file: string, name = '資料.pdf') => ({ id: file, file, name, kind: 'pdf' as const, size: 1, language: 'ja' as const, access: 'public' as const })
const facts = (given: Partial<FileFacts>): FileFacts => ({ textState: 'done', codes: [], leaks: [], ...given })
const codesOf = (given: Partial<ListingContent>, files = new Map<string, FileFacts>()) => warningsOf(content(given), files).map(({ code }) => code)

test.each([
  ['お問い合わせは sales@firm.example まで', 'sales@firm.example'],
  ['電話０３－５５１１－２２６６で承ります', '０３－５５１１－２２６６'],
  ['请致电 138 1234 5678', '138 1234 5678'],
  ['微信号：zhang_2020', 'zhang_2020'],
])('contact details in a text are told with their passage: %s', (text, found) => {
  const warnings = warningsOf(content({ summary: both(text, text) }), new Map()).filter(({ code }) => code === 'contact')
  expect(warnings.map(({ member, language }) => [member, language])).toEqual([['summary', 'ja'], ['summary', 'zh']])
  expect(warnings[0]!.excerpt).toContain(found)
  expect(showContacts(warnings)).toBe(true)
})

test.each([
  '処理量 1,200 m³/h、出力 90–95 ℃、COP 4.5', '型番 HRX-2000-35A、特許第6123456号', '2019年から2024年まで36か月', 'JIS B 8627:2015 に準拠', '年间节电 1 250 000 kWh', '专利号 ZL201910123456.7', 'GB/T 19923-2005',
])('figures, models, years, patents and standards are no contact details: %s', (text) => {
  expect(codesOf({ description: both(text, text) })).not.toContain('contact')
})

test('a text in one language only, a stale and a machine translation are told', () => {
  const warnings = warningsOf(content({ problem: both('課題', null), summary: both('概要', '概要'), advantage: both('優位', '优势'), translations: { summary: { zh: 'stale' }, advantage: { zh: 'machine' } } }), new Map())
  expect(warnings.map(({ code, member, language }) => [code, member, language])).toEqual([['missing-language', 'problem', 'zh'], ['stale', 'summary', 'zh'], ['machine', 'advantage', 'zh']])
})

test('figures without a baseline are told, with one they are not', () => {
  const indicators = [
    { name: both('COP', 'COP'), value: 4.5, unit: '', baseline: both(null, null), conditions: both('外気7℃', '室外7℃') },
    { name: both('効率', '效率'), value: 90, unit: '%', baseline: both('従来75%', '原75%'), conditions: both(null, null) },
  ]
  const savings = [{ kind: 'energy' as const, value: 30, unit: '%', basis: both(null, null) }]
  expect(warningsOf(content({ indicators, savings }), new Map()).map(({ code, member, row }) => [code, member, row])).toEqual([['no-baseline', 'indicators', 0], ['no-baseline', 'savings', 0]])
})

test.each(['世界初の方式です。', '業界最高水準の効率を実現。', '处于国际领先水平。', '行业第一的品牌。', '100%回収します。', '零排放工艺。'])('a claim without a figure is told: %s', (text) => expect(bareClaims(text)).toHaveLength(1))
test.each(['最高温度は95℃です。', '世界最高の効率98.5%（2023年自社調べ）。', '第一段階の処理', '热效率达到国际领先水平（96.2%）。', '日本一般社団法人の認証', '最高使用圧力', '除去率100%（入口50mg/L、出口0.05mg/L未満）'])('plain words are no claim: %s', (text) => expect(bareClaims(text)).toEqual([]))

test('files: contact details in a document and its name, QR codes, what could not be read', () => {
  const files = new Map([
    ['a', facts({ codes: ['https://weixin.example/x'] })],
    ['d1', facts({ leaks: ['…TEL 03-5511-2266…'] })],
    ['d2', facts({ textState: 'encrypted' })],
    ['d3', facts({ textState: 'broken' })],
    ['d4', facts({ textState: 'waiting' })],
  ])
  const documents = [pdf('d1'), pdf('d2'), pdf('d3'), pdf('d4', 'sales@firm.example.pdf')]
  expect(codesOf({ documents }, files)).toEqual(['contact-in-document', 'contact-in-file-name', 'qr', 'document-encrypted', 'document-broken', 'document-unread'])
  expect(codesOf({ images: [], exportControl: 'not-assessed' })).toEqual(['export-control', 'no-image'])
})

test('a change is shown word by word; a text written anew as a whole', () => {
  expect(changesOf('従来の焼却炉より燃料を30%減らします。', '従来の焼却炉より燃料を35%減らします。', 'ja').filter(({ how }) => how !== 'same')).toEqual([{ how: 'removed', text: '30' }, { how: 'added', text: '35' }])
  expect(changesOf('排熱を回収する。', '水を浄化し、汚泥も減容できる装置です。', 'ja').map(({ how }) => how)).toEqual(['removed', 'added'])
  expect(changesOf('', '新', 'zh')).toEqual([{ how: 'added', text: '新' }])
  expect(changesOf('同', '同', 'zh')).toEqual([{ how: 'same', text: '同' }])
})

test('putting the pieces together gives both texts again', () => {
  const [before, after] = ['回收 120℃ 的废气余热，\n用于预热锅炉给水。', '回收 150℃ 的烟气余热，\n用于预热锅炉给水和采暖。']
  const pieces = changesOf(before, after, 'zh')
  const side = (without: string) => pieces.filter(({ how }) => how !== without).map(({ text }) => text).join('')
  expect([side('added'), side('removed')]).toEqual([before, after])
})

test('nothing is called changed that the public sees unchanged', () => {
  const names = { ja: new Map(), zh: new Map() }
  const one = content({ stage: 'commercial', keywords: { ja: ['排熱'], zh: ['余热'] } })
  expect(memberChanges(one, structuredClone(one), 'ja', names).filter(({ changed }) => changed)).toEqual([])
  expect(memberChanges(one, { ...one, stage: 'research', summary: both('新', null) }, 'ja', names).filter(({ changed }) => changed).map(({ member }) => member)).toEqual(['summary', 'stage'])
  expect(memberChanges(null, one, 'ja', names).some(({ changed }) => changed)).toBe(false)
})

test('every bilingual text can be written by the name of its slot, and only in the language asked for', () => {
  const full = content({
    certificates: [{ name: both('認証', null), issuer: null, year: null }], installations: [{ country: 'CN', region: null, year: null, count: null, since: null, note: both('備考', null) }], keywords: { ja: ['熱'], zh: [] },
  })
  const after = withTexts(full, 'zh', new Map(textSlots(full).map(({ name }) => [name, `${name}译`])))
  for (const { name, text } of textSlots(after)) expect(text.zh).toBe(`${name}译`)
  expect(textSlots(after).map(({ text }) => text.ja)).toEqual(textSlots(full).map(({ text }) => text.ja))
})

test('a translation is a person’s unless the tick says a machine wrote it', () => {
  const before = content({ summary: both('概要', '旧'), translations: { summary: { zh: 'stale' } } })
  expect(translated(before, 'zh', { texts: new Map([['summary', '新']]), machine: new Set(['summary']) }).translations.summary).toEqual({ zh: 'machine' })
  expect(translated(before, 'zh', { texts: new Map([['summary', '旧']]), machine: new Set() }).translations.summary).toEqual({})
})

test('an address is made from the name as it is read', () => {
  expect(readableAddress(both('ヒートポンプ', '热泵'))).toBe('hitoponpu')
  expect(readableAddress(both('排熱回収装置', '余热回收装置'))).toBe('yu-re-hui-shou-zhuang-zhi')
  expect(readableAddress(both('工業用高温熱泵乾燥装置による省エネルギーおよび二酸化炭素排出量削減', null)).length).toBeLessThanOrEqual(48)
  expect(readableAddress(both(null, null))).toBe('')
})
