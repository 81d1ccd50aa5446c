import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findLeaks, leakKinds, marked } from '#app/platform/leaks.ts'
import { harmless, ways } from './contacts-written.ts'

const seeds = ['energy', 'environment', 'industry'].flatMap((part) => texts(JSON.parse(readFileSync(join(import.meta.dirname, `../../db/seeds/demo-${part}.json`), 'utf8'))))

/** Every text of a seed that a person reads; addresses of sites and keys are no texts. */
function texts(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return /^(id|slug|site)$/.test(key) ? [] : [value]
  if (!value || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, inner]) => texts(inner, Array.isArray(value) ? key : name))
}

const allWays = Object.entries(ways).flatMap(([kind, list]) => list.map((way) => [kind, way] as const))
const around = [(way: string) => way, (way: string) => `请联系我们：${way}，谢谢。`, (way: string) => `詳しくは${way}までご連絡ください。`, (way: string) => `资料（${way}）.pdf`]

test('at least 95 of 100 ways to write a contact are found, wherever they stand', () => {
  expect(allWays.length).toBeGreaterThanOrEqual(200)
  const missed = around.flatMap((frame) => allWays.filter(([, way]) => findLeaks(frame(way)).length === 0).map(([, way]) => frame(way)))
  expect(missed.length / (allWays.length * around.length), missed.join('\n')).toBeLessThanOrEqual(0.05)
})

test('texts of the seeds hold nothing that is taken for a contact', () => {
  expect(seeds.length).toBeGreaterThan(3000)
  expect(seeds.flatMap((text) => findLeaks(text).map((leak) => `${leak.kind}: ${leak.found} in ${text}`))).toEqual([])
})

test('standards, patents, quantities, dates, tickets and model numbers are none', () => {
  expect(harmless.flatMap((text) => findLeaks(text).map((leak) => `${leak.kind}: ${leak.found} in ${text}`))).toEqual([])
})

test('places are those of the original text, in order and apart', () => {
  const text = '连絡先は ｔａｒｏ＠ｆｉｒｍ．ｃｏ．ｊｐ、　０９０－１２３４－５６７８、微信：zhang\u200bwei88、㍿abc.com。'
  const leaks = findLeaks(text)
  expect(leaks.map((leak) => [leak.kind, leak.found])).toEqual([
    ['email', 'ｔａｒｏ＠ｆｉｒｍ．ｃｏ．ｊｐ'],
    ['phone', '０９０－１２３４－５６７８'],
    ['chat', '微信：zhang\u200bwei88'],
    ['web', 'abc.com'],
  ])
  for (const leak of leaks) expect(text.slice(leak.start, leak.end)).toBe(leak.found)
  expect(marked(text, leaks).map((piece) => piece.text).join('')).toBe(text)
})

const full = (text: string) => [...text].map((c) => (/[!-~]/.test(c) ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c)).join('')
const spaced = (text: string) => [...text].join(' ')
const hidden = (text: string) => [...text].join('\u200b')
const numerals = (text: string) => text.replace(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)]!)
const digits = (length: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''))
const cut = (separator: string) => (number: string) => [number.slice(0, 3), number.slice(3, 7), number.slice(7)].join(separator)

const mobile = fc.oneof(
  fc.tuple(fc.constantFrom('13', '15', '17', '18', '19'), digits(9)).map((parts) => parts.join('')),
  fc.tuple(fc.constantFrom('070', '080', '090'), fc.integer({ min: 1, max: 9 }), digits(7)).map((parts) => parts.join('')),
)
const phone = fc.tuple(mobile, fc.constantFrom<(number: string) => string>((n) => n, cut('-'), cut(' '), cut('.'), cut('－'), cut('—')), fc.constantFrom<(text: string) => string>((t) => t, full, hidden, numerals)).map(([number, shape, script]) => script(shape(number)))
const word = fc.stringMatching(/^[a-z][a-z0-9]{2,9}$/)
const mail = fc
  .tuple(word, fc.constantFrom('@', '＠', '(at)', '【at】', ' @ '), word, fc.constantFrom('.com', '.co.jp', '。com', '点com', '.cn'), fc.constantFrom<(text: string) => string>((t) => t, full, hidden))
  .map(([local, at, host, tld, script]) => script(local + at + host + tld))
const wechat = fc.tuple(fc.constantFrom('微信：', '微信号', 'WeChat: ', 'VX：', '加V ', '薇信:'), word.map((id) => `${id}88888`), fc.constantFrom<(text: string) => string>((t) => t, full, hidden)).map(([label, id, script]) => script(label + id))

test('a contact put into any text of the seeds is found there, whatever its script', () => {
  fc.assert(
    fc.property(fc.constantFrom(...seeds), fc.nat(), fc.oneof(phone, mail, wechat), (text, place, contact) => {
      const at = place % (text.length + 1)
      const whole = `${text.slice(0, at)}；${contact}；${text.slice(at)}`
      return findLeaks(whole).some((leak) => leak.start < at + 1 + contact.length && leak.end > at + 1)
    }),
    { numRuns: 2000, seed: 5 },
  )
})

test('spaced out character by character a number is still one', () => {
  fc.assert(fc.property(mobile, (number) => findLeaks(`电话 ${spaced(number)} 。`).length > 0), { numRuns: 300, seed: 5 })
})

test('whatever a text holds, leaks lie within it, sorted, apart, and of a known kind', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: fc.constantFrom(...'0123456789-@. 微信qvx：一二①at点com㍿ﾀﾞ'), maxLength: 120 })), (text) => {
      let end = 0
      for (const leak of findLeaks(text, [{ kind: 'person', name: '张伟' }])) {
        expect(leak.start).toBeGreaterThanOrEqual(end)
        expect(leak.end).toBeGreaterThan(leak.start)
        expect(leakKinds).toContain(leak.kind)
        expect(text.slice(leak.start, leak.end)).toBe(leak.found)
        end = leak.end
      }
      expect(end).toBeLessThanOrEqual(text.length)
    }),
    { numRuns: 1000, seed: 5 },
  )
})

test('a long text is judged in no time', () => {
  const hostile = ['1-'.repeat(2000), 'a.'.repeat(2000), 'a '.repeat(2000), '微信'.repeat(2000), '一 '.repeat(2000), '@'.repeat(4000), 'www.'.repeat(1000), 'zero '.repeat(800), '0 '.repeat(2000)]
  for (const text of hostile) {
    const started = performance.now()
    findLeaks(text, [{ kind: 'person', name: '张伟' }, { kind: 'organisation', name: '江苏华能环保科技有限公司' }])
    expect(performance.now() - started, text.slice(0, 10)).toBeLessThan(400)
  }
})

test.each([
  ['person', '张伟', ['张伟', '張偉', '张 伟', '张・伟', '张先生', '張経理'.replace('経', '經'), 'Zhang Wei', 'ZHANG WEI', 'zhangwei', 'Wei Zhang', '张总']],
  ['person', '田中 一郎', ['田中一郎', '田中　一郎', '田 中 一 郎', '田中様', '田中さん', '田中氏']],
  ['person', '渡邊 浩', ['渡辺 浩', '渡邉浩'.replace('邉', '邊'), '渡边浩', '渡辺様']],
  ['person', 'Taro Yamada', ['taro yamada', 'YAMADA Taro', 'Yamada, Taro', 'T a r o Y a m a d a']],
  ['organisation', '江苏华能环保科技有限公司', ['江苏华能环保科技有限公司', '江蘇華能環保科技有限公司', '江苏华能环保科技', '华能环保', '华 能', '华能公司']],
  ['organisation', '株式会社茜野熱工', ['株式会社茜野熱工', '㈱茜野熱工', '茜野热工', '茜 野 熱 工', '茜野熱工（株）']],
  ['organisation', 'Akaneno Thermal Works Co., Ltd.', ['Akaneno Thermal Works', 'AKANENO THERMAL WORKS', 'akaneno-thermal-works']],
  ['address', 'zhangwei_nj', ['zhangwei_nj', 'ZhangWei_NJ', 'ｚｈａｎｇｗｅｉ＿ｎｊ']],
] as const)('%s %s is found however it is written', (kind, name, forms) => {
  for (const form of forms) expect(findLeaks(`来自${form}的咨询`, [{ kind, name }]).map((leak) => leak.kind), form).toContain(kind)
})

test('names given find nothing in texts that do not hold them', () => {
  const names = [
    { kind: 'person', name: '张伟' }, { kind: 'person', name: '田中 一郎' }, { kind: 'person', name: 'Li An' }, { kind: 'person', name: '担当' },
    { kind: 'organisation', name: '江苏华能环保科技有限公司' }, { kind: 'organisation', name: '北京某某节能技术有限公司' },
  ] as const
  const alarms = seeds.filter((text) => findLeaks(text, names).length > 0)
  expect(alarms.length / seeds.length, alarms.slice(0, 5).join('\n')).toBeLessThanOrEqual(0.02)
})
