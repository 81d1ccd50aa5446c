import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#db/index.ts'
import { pathOf } from '#app/features/catalogue/files/store.server.ts'
import { readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { sharePicture } from '#app/features/outreach/sharing/picture.server.ts'
import { sourceOf } from '#app/features/outreach/sharing/subjects.server.ts'
import { listedCompany, listedTechnology } from '../../support/catalogue.ts'

beforeAll(async () => {
  await listedCompany('shared-firm')
  await listedTechnology('shared', 'shared-firm')
})

async function measured(kind: string, name: string) {
  const source = await sourceOf(db, kind, name)
  if (source === undefined) return null
  const picture = (await sharePicture(source))!
  const { width, height, format } = await sharp(picture).metadata()
  return { width, height, format, picture }
}
const square = { width: 300, height: 300, format: 'jpeg' }

test('a technology, its company, a field and the site itself each have a square JPEG, small enough for a card', async () => {
  const [field] = await readFields(db)
  for (const [kind, name] of [['technologies', 'shared'], ['companies', 'shared-firm'], ...(field ? [['fields', field.id]] : []), ['site', 'databank']] as const) {
    const found = await measured(kind, name)
    expect(found, kind).toMatchObject(square)
    expect(found!.picture.length).toBeLessThan(32_000)
  }
})

test('what the public does not see has no picture', async () => {
  for (const [kind, name] of [['technologies', 'nothing'], ['companies', 'nothing'], ['fields', 'nothing'], ['site', 'else'], ['constructor', 'name'], ['needs', 'x']] as const)
    expect(await measured(kind, name), kind).toBeNull()
})

test('a photograph stands above the band by which links of the site are recognised', async () => {
  const hash = 'a'.repeat(64)
  const file = `${pathOf(hash)}`
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#c02020' } }).webp().toBuffer())
  const picture = (await sharePicture({ photo: file }))!
  const at = async (top: number) => [...(await sharp(picture).extract({ left: 10, top, width: 1, height: 1 }).raw().toBuffer())]
  const [photo, foot] = [await at(100), await at(290)]
  expect(photo[0]!).toBeGreaterThan(150)
  expect(foot[0]!).toBeLessThan(60)
  expect(foot[1]!).toBeGreaterThan(60)
})

test('a photograph whose bytes are gone gives none', async () => {
  expect(await sharePicture({ photo: '/nowhere/at-all.jpg' })).toBeNull()
})
