/** No picture of a page is heavier than a weak line bears, whoever drew or sent it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import sharp from 'sharp'
import { drawDiagram } from '#app/features/catalogue/diagram.ts'
import { sizes, typesOf, type PictureSize } from '#app/features/catalogue/files/sizes.ts'
import { runReader } from '#app/platform/readers.server.ts'

const MOST = 40 * 1024

test('the drawn picture of every bundled technology', () => {
  const files = readdirSync('db/seeds').filter((name) => /^demo-.*\.json$/.test(name))
  const bundled = files.flatMap((name) => (JSON.parse(readFileSync(`db/seeds/${name}`, 'utf8')) as { technologies: { id: string; fields: string[] }[] }).technologies)
  expect(bundled.length).toBeGreaterThan(20)
  expect(bundled.filter(({ id, fields }) => drawDiagram({ field: fields[0] ?? 'other', seed: id }).length > MOST)).toEqual([])
})

/** Leaves, gravel, a lawn: every pixel another than its neighbours. */
const rough = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 60 } } })

test('a photograph that cannot be packed, in every size and type that pages show', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rough-'))
  try {
    for (const [width, height] of [[3000, 2200], [1200, 3000]] as const) {
      const file = join(folder, 'sent')
      writeFileSync(file, await rough(width, height).jpeg({ quality: 90 }).toBuffer())
      const { lines } = await runReader('picture', [file, folder, 'jpeg'], 60_000)
      expect(lines[0]).toMatchObject({ codes: [] })
      const wanted = (Object.keys(sizes) as PictureSize[]).flatMap((size) => typesOf(size).map((type) => `${size}.${type}`))
      expect(readdirSync(folder).filter((name) => name.includes('.')).sort()).toEqual(wanted.sort())
      for (const name of wanted.filter((one) => !one.startsWith('large'))) {
        const bytes = readFileSync(join(folder, name))
        expect(bytes.length, name).toBeLessThanOrEqual(MOST)
        const { width: wide, height: high } = await sharp(bytes).metadata()
        // Fewer pixels, but of the same shape: the box on the page stays as it is.
        const shape = name.startsWith('card') ? 336 / 252 : width / height
        expect(Math.abs(wide / high / shape - 1), name).toBeLessThan(0.03)
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
