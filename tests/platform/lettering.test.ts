import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import * as fontkit from 'fontkit'
import { expect, test } from 'vitest'
import { words } from '#app/platform/locale.ts'
import { breakLines, chunks, notFirst, notLast, phrases, visible } from '#app/platform/lettering/breaking.ts'
import { faceFor, MissingGlyph, openFaces } from '#app/platform/lettering/faces.server.ts'
import { outlines } from '#app/platform/lettering/outlines.server.ts'
import { openCompositor } from '#app/platform/lettering/setting.server.ts'
import { subsetsFor } from '#app/platform/lettering/subsets.server.ts'

const compositor = await openCompositor()
const lines = (text: string, ems: number) => compositor.set(text, { locale: 'ja', size: 10, maxWidth: ems * 10 }).lines.map((line) => line.text)

test('a full-width character is one em wide, in every face', async () => {
  for (const face of Object.values(await openFaces())) {
    expect(face.advance('水'.codePointAt(0)!)).toBe(1)
    expect(face.advance('A'.codePointAt(0)!)).toBeLessThan(0.8)
    expect(face.font.unitsPerEm).toBe(1000)
  }
  expect(compositor.measure('省エネ', { locale: 'ja', size: 12 })).toBe(36)
})

test('closing marks and small kana begin no line, opening marks end none', () => {
  expect(lines('脱硝触媒は、低温で働く。', 5)).toEqual(['脱硝触媒', 'は、低温で', '働く。'])
  expect(lines('これは「省エネ」です', 4)).toEqual(['これは', '「省エ', 'ネ」です'])
  expect(lines('フィルター', 4)).toEqual(['フィル', 'ター'])
})

test('words and numbers with their units stay whole', () => {
  expect(chunks('出力1,200 kW、CO₂を35%減')).toEqual(['出', '力', '1,200 kW、', 'CO₂', 'を', '35%', '減'])
  expect(lines('流量 12,000 ㎥/h のSCR触媒', 6)).toEqual(['流量', '12,000 ㎥/h', 'のSCR触媒'])
  expect(lines('温度は−20 ℃', 4)).toEqual(['温度は', '−20 ℃'])
})

test('whatever the text: nothing is lost, nothing too wide, nothing begins or ends as it must not', () => {
  const width = (text: string) => [...text].reduce((sum, one) => sum + compositor.measure(one, { locale: 'zh', size: 1 }), 0)
  const letter = fc.constantFrom(...'水処理技術废气余热回收、。「」（）ー・っァ“”《》12.,% kWCO₂℃㎥Ⅲ髙 ')
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 80 }), fc.integer({ min: 6, max: 30 }), (letters, room) => {
      const text = letters.join('')
      const broken = breakLines(text, room, width)
      expect(broken.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      expect(chunks(text).join('')).toBe(text)
      const forced = chunks(text).some((chunk) => width(chunk.trimEnd()) > room)
      broken.forEach((line, at) => {
        expect(width(line)).toBeLessThanOrEqual(room + 0.001)
        if (forced) return
        if (at > 0) expect(line.trimStart()).not.toMatch(notFirst)
        if (at < broken.length - 1) expect(line).not.toMatch(notLast)
      })
    }),
    { numRuns: 300 },
  )
})

test('what does not fit shrinks to its floor, then ends in an ellipsis', () => {
  const long = '低温脱硝触媒による排ガス処理、および余熱の回収装置'
  const shrunk = compositor.set(long, { locale: 'ja', weight: 'bold', size: 20, maxWidth: 200, maxLines: 2, minSize: 12 })
  expect(shrunk.cut).toBe(false)
  expect(shrunk.lines).toHaveLength(2)
  expect(shrunk.size).toBeLessThan(20)
  expect(shrunk.size).toBeGreaterThanOrEqual(12)
  const cut = compositor.set(long, { locale: 'ja', size: 20, maxWidth: 180, maxLines: 2, minSize: 18 })
  expect(cut).toMatchObject({ cut: true, size: 18 })
  expect(cut.lines[1]!.text).toMatch(/[^、]…$/)
  expect(cut.width).toBeLessThanOrEqual(180)
})

test('a heading’s lines are as even as they can be', () => {
  const [first, second] = compositor.set('一二三四五六七八九十一二', { locale: 'zh', size: 10, maxWidth: 100, balance: true }).lines
  expect([first!.text.length, second!.text.length]).toEqual([6, 6])
})

test('a heading is broken between its phrases, where that needs no more lines', () => {
  const heading = (text: string, locale: 'ja' | 'zh', maxWidth: number) => compositor.set(text, { locale, size: 10, maxWidth, balance: true }).lines.map((line) => line.text)
  expect(heading('コンプレッサー群の台数・圧力最適制御盤', 'ja', 130)).toEqual(['コンプレッサー群の', '台数・圧力最適制御盤'])
  expect(heading('日本の省エネ・環境技術を、日本語と中国語で', 'ja', 180)).toEqual(['日本の省エネ・環境', '技術を、日本語と中国語で'])
  expect(phrases('余热驱动型高温蒸汽热泵机组', 'zh').join('')).toBe('余热驱动型高温蒸汽热泵机组')
})

test('the reader’s language draws what both know, the other helps out', async () => {
  const faces = await openFaces()
  expect(faceFor(faces, '直', 'ja', 'bold').name).toBe('JP-Bold')
  expect(faceFor(faces, '直', 'zh', 'bold').name).toBe('SC-Bold')
  expect(faceFor(faces, '钢', 'ja', 'regular').name).toBe('SC-Regular')
  expect(faceFor(faces, '込', 'zh', 'bold').name).toBe('SC-Regular')
})

test('technical characters and variants of names are drawn in both languages', async () => {
  const text = '㎥ CO₂ ℃ Ⅲ 髙 﨑 ① ※ ■ Ω µ ≥ ± × ° m⁻¹ ㈱ ℓ ½ → №'
  for (const locale of ['ja', 'zh'] as const) {
    for (const weight of ['regular', 'bold'] as const) expect((await outlines(text, { locale, weight, size: 20, maxWidth: 2000 })).d.length).toBeGreaterThan(3000)
  }
})

test('a character no font has is named, not left blank', async () => {
  await expect(outlines('装\ue000置', { locale: 'ja', size: 20, maxWidth: 200 })).rejects.toThrow(MissingGlyph)
  await expect(outlines('装\ue000置', { locale: 'ja', size: 20, maxWidth: 200 })).rejects.toThrow('U+E000')
})

test('what cannot be seen is left out', () => {
  expect(visible('葛\u{e0100}城\u200b\ufe0f\u00a0ガ')).toBe('葛城 ガ')
})

test('outlines lie where the lines are', async () => {
  const { d, lines: set, height } = await outlines('省エネルギー技術', { locale: 'ja', size: 20, maxWidth: 80, align: 'right' })
  const [xs, ys] = [0, 1].map((part) => [...d.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map((match) => Number(match[part + 1])))
  expect(set.map((line) => line.text)).toEqual(['省エネル', 'ギー技術'])
  expect(Math.min(...xs!)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...xs!)).toBeLessThanOrEqual(80)
  expect(Math.min(...ys!)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...ys!)).toBeLessThanOrEqual(height)
})

test('a subset is a TrueType font with just these characters', async () => {
  const { lines: set } = compositor.set('CO₂の回収と脱钢', { locale: 'ja', size: 10, maxWidth: 500 })
  const subsets = await subsetsFor(compositor.faces, set)
  expect([...subsets.keys()].sort()).toEqual(['JP-Regular', 'SC-Regular'])
  const font = fontkit.create(subsets.get('JP-Regular')!) as fontkit.Font
  expect(font.characterSet.map((code) => String.fromCodePoint(code)).filter((one) => one !== '\uffff').sort().join('')).toBe([...new Set('CO₂の回収と脱')].sort().join(''))
  expect(subsets.get('JP-Regular')!.readUInt32BE(0)).toBe(0x00010000)
  expect(subsets.get('JP-Regular')!.length).toBeLessThan(8_000)
})

test('every character of the seeds and of the site’s own words has a glyph', async () => {
  const faces = await openFaces()
  const folder = 'db/seeds'
  const seeds = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(json|tsv)$/.test(name))
  expect(seeds.length).toBeGreaterThan(5)
  const texts = [...seeds.map((name) => readFileSync(join(folder, name), 'utf8')), JSON.stringify(words)]
  const characters = new Set(visible(texts.join('')).replace(/[\n\r]/g, ''))
  const missing = [...characters].filter((one) => {
    try {
      faceFor(faces, one, 'ja', 'bold')
      return false
    } catch {
      return true
    }
  })
  expect(missing).toEqual([])
})
