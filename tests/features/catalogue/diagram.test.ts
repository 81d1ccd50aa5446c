import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { drawDiagram } from '#app/features/catalogue/diagram.ts'

interface Field {
  id: string
  children: { id: string }[]
}

const { fields } = JSON.parse(readFileSync('db/seeds/taxonomy.json', 'utf8')) as { fields: Field[] }
const tops = fields.map(({ id }) => id)
const children = fields.flatMap((field) => field.children.map(({ id }) => id))
const seeds = Array.from({ length: 40 }, (_, i) => `technology-${i}`)

function expectWellFormed(svg: string): void {
  const open: string[] = []
  let rest = svg
  while (rest) {
    const tag = /^<(\/?)([a-z]+)((?: [a-zA-Z-]+="[^"<>&]*")*)(\/?)>/.exec(rest)
    if (!tag) throw new Error(`No well-formed tag at: ${rest.slice(0, 80)}`)
    const [whole, closing, name = '', attributes = '', empty] = tag
    const names = [...attributes.matchAll(/ ([a-zA-Z-]+)=/g)].map((match) => match[1])
    expect(new Set(names).size, whole).toBe(names.length)
    if (closing) expect(open.pop()).toBe(name)
    else if (!empty) open.push(name)
    rest = rest.slice(whole.length)
    expect(open.length > 0 || rest === '').toBe(true)
  }
}

test.each([...tops, ...children, 'no-such-field'])('%s is drawn as small, self-contained, wordless SVG', (field) => {
  for (const seed of seeds) {
    const svg = drawDiagram({ field, seed })
    expectWellFormed(svg)
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 400 300"/)
    expect(svg).not.toMatch(/<(text|style|script|image|use|a|foreignObject)\b|\bid=|class=|href|url\(|NaN|undefined|Infinity/)
    expect(svg).not.toMatch(/\.\d\d/)
    expect(Buffer.byteLength(svg)).toBeLessThanOrEqual(3072)
    expect(gzipSync(svg).length).toBeLessThanOrEqual(1330)
  }
})

test.each(children)('%s varies with the seed and repeats for the same seed', (field) => {
  const drawn = seeds.map((seed) => drawDiagram({ field, seed }))
  expect(drawn).toEqual(seeds.map((seed) => drawDiagram({ field, seed })))
  expect(new Set(drawn).size).toBe(seeds.length)
})

test('every field of the taxonomy has a picture of its own, and an unknown one a neutral picture', () => {
  for (const seed of seeds) {
    const drawn = [...tops, ...children, 'no-such-field'].map((field) => drawDiagram({ field, seed }))
    expect(new Set(drawn).size).toBe(drawn.length)
    expect(drawDiagram({ field: 'constructor', seed })).toBe(drawDiagram({ field: 'no-such-field', seed }))
  }
})
