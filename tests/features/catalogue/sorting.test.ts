import fc from 'fast-check'
import { expect, test } from 'vitest'
import { companySortKeys, kanaKey, legalFormless, listingSortKeys, nameKey, pinyinKey, type Named } from '#app/features/catalogue/sorting.ts'

const named = (given: Partial<Named>): Named => ({ nameJa: null, nameZh: null, nameEn: null, reading: null, pinyin: null, romanised: null, ...given })
const sorted = (readings: string[]) => [...readings].sort((a, b) => (kanaKey(a) < kanaKey(b) ? -1 : 1))

test.each([
  ['株式会社日立製作所', '日立製作所'],
  ['㈱日立製作所', '日立製作所'],
  ['日立製作所（株）', '日立製作所'],
  ['有限会社鈴原見本機工', '鈴原見本機工'],
  ['合同会社 見本', '見本'],
  ['一般財団法人省エネルギーセンター', '省エネルギーセンター'],
  ['公益財団法人地球環境センター', '地球環境センター'],
  ['独立行政法人国際協力機構', '国際協力機構'],
  ['国立研究開発法人新エネルギー・産業技術総合開発機構', '新エネルギー・産業技術総合開発機構'],
  ['見本協同組合', '見本'],
  ['全国農業協同組合連合会', '全国農業協同組合連合会'],
  ['艾杰旭（中国）投资有限公司', '艾杰旭(中国)投资'],
  ['样例环保股份有限公司', '样例环保'],
  ['大金工业株式会社', '大金工业'],
  ['Daikin Industries, Ltd.', 'Daikin Industries'],
  ['Kirimine Specimen Furnace Industries Co., Ltd.', 'Kirimine Specimen Furnace Industries'],
  ['Kawamura Electric Inc.', 'Kawamura Electric'],
  ['Toshiba Energy Systems & Solutions Corporation', 'Toshiba Energy Systems & Solutions'],
  ['Incorporation Works', 'Incorporation Works'],
  ['株式会社', '株式会社'],
])('%s without its legal form is %s', (name, bare) => {
  expect(legalFormless(name)).toBe(bare)
})

test('names that differ in legal form, width, case or spaces only share a key', () => {
  const keys = ['株式会社ABC見本', 'ＡＢＣ見本（株）', 'abc 見本 有限公司', '㈱Abc・見本'].map(nameKey)
  expect(new Set(keys).size).toBe(1)
  expect(nameKey('見本ABC')).not.toBe(keys[0])
})

test('kana order is that of a Japanese index', () => {
  const index = ['かあ', 'かい', 'がい', 'かいせい', 'かき', 'かぎ', 'がき', 'カギヤ', 'きー', 'きい', 'きつて', 'きって', 'はは', 'はば', 'ばば', 'ぱぱ', 'わ', 'ん']
  const wanted = ['かあ', 'かい', 'がい', 'かいせい', 'かき', 'かぎ', 'がき', 'カギヤ', 'きー', 'きい', 'きって', 'きつて', 'はは', 'はば', 'ばば', 'ぱぱ', 'わ', 'ん']
  expect(sorted([...index].reverse())).toEqual(wanted)
})

test('readings are one whatever their script, width or legal form', () => {
  expect(kanaKey('ダイキンコウギョウ')).toBe(kanaKey('だいきんこうぎょう'))
  expect(kanaKey('ﾀﾞｲｷﾝｺｳｷﾞｮｳ')).toBe(kanaKey('だいきんこうぎょう'))
  expect(kanaKey('かぶしきがいしゃ みほん')).toBe(kanaKey('みほん'))
})

test('pinyin has no tones and no capitals; Japanese characters and kana are read too', () => {
  expect(pinyinKey('大金工业')).toBe('da jin gong ye')
  expect(pinyinKey('绿色AGC')).toBe('lv se agc')
  expect(companySortKeys(named({ nameJa: '国際見本株式会社', reading: 'こくさいみほん' })).sortPinyin).toBe('guo ji jian ben')
  expect(companySortKeys(named({ nameJa: 'ダイキン工業株式会社', reading: 'だいきんこうぎょう' })).sortPinyin).toBe('daikin gong ye')
})

test('the alphabet takes the English name, then the reading, then pinyin; a hand-given key wins', () => {
  const keys = (given: Partial<Named>) => companySortKeys(named(given)).sortAlpha
  expect(keys({ nameJa: '見本', nameEn: 'Specimen Works Co., Ltd.', reading: 'みほん' })).toBe('specimen works')
  expect(keys({ nameJa: '見本', reading: 'みほん' })).toBe('mihon')
  expect(keys({ nameZh: '样例有限公司' })).toBe('yang li')
  expect(keys({ nameZh: '样例有限公司', romanised: 'Zebra' })).toBe('zebra')
  expect(companySortKeys(named({ nameZh: '样例', pinyin: 'Yàng Lì' })).sortPinyin).toBe('yang li')
})

const word = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'あかがさぱっゃー株式会社㈱(株)有限公司Co., Ltd.Inc 大金工业αß７') , maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
)

test('no key is ever empty or breaks its level, whatever the names', () => {
  fc.assert(
    fc.property(fc.record({ nameJa: fc.option(word), nameZh: fc.option(word), nameEn: fc.option(word), reading: fc.option(word), pinyin: fc.option(word), romanised: fc.option(word) }), (company) => {
      const keys = companySortKeys(company)
      for (const key of Object.values(keys)) {
        expect(key).not.toBe('')
        expect(key).not.toMatch(/[\u0000-\u001f]/)
      }
      const listing = listingSortKeys(keys, { ja: company.nameJa, zh: company.nameZh }, 'a')
      for (const key of Object.values(listing)) expect(key.split('\u0001')).toHaveLength(3)
    }),
  )
})

test('taking the legal form away twice is the same as once, and never leaves nothing', () => {
  fc.assert(
    fc.property(word, (name) => {
      const once = legalFormless(name)
      expect(legalFormless(once)).toBe(once)
      if (name.trim() && name.normalize('NFKC').trim()) expect(once).not.toBe('')
    }),
  )
})

test('a company’s listings stand together, in every order', () => {
  fc.assert(
    fc.property(word, word, word, (one, other, name) => {
      const a = companySortKeys(named({ reading: one, nameJa: one }))
      const b = companySortKeys(named({ reading: other, nameJa: other }))
      for (const key of ['sortKana', 'sortPinyin', 'sortAlpha'] as const) {
        if (a[key] === b[key]) continue
        const first = listingSortKeys(a, { ja: name, zh: null }, 'x')[key]
        const second = listingSortKeys(b, { ja: null, zh: name }, 'y')[key]
        expect(first < second).toBe(a[key] < b[key])
      }
    }),
  )
})
