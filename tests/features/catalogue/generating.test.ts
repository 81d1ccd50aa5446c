import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { companies, concepts, listings } from '#db/schema/catalogue.ts'
import { seed } from '#db/seed.ts'
import { generateCatalogue } from '#app/features/catalogue/generating.server.ts'
import { exportCatalogue } from '#app/features/catalogue/interchange.server.ts'
import { catalogueVersion } from '#app/features/catalogue/shelf.server.ts'

beforeAll(async () => {
  await transact((tx) => seed(tx, { demo: false }))
  await generateCatalogue({ technologies: 600, seed: 4 })
})

test('so many listings are made, by companies whose names say that they were generated', async () => {
  expect(await db.$count(listings, eq(listings.live, true))).toBe(600)
  for (const { nameJa, nameZh } of await db.select().from(companies)) {
    expect(nameJa).toMatch(/^生成見本/)
    expect(nameZh).toMatch(/^生成样例/)
  }
})

test('the same seed again changes nothing, another adds its own', async () => {
  const version = await catalogueVersion(db)
  await generateCatalogue({ technologies: 600, seed: 4 })
  expect(await catalogueVersion(db)).toBe(version)
  await generateCatalogue({ technologies: 50, seed: 5 })
  expect(await db.$count(listings)).toBe(650)
})

test('words are as unevenly frequent as in a real catalogue', async () => {
  const texts = (await exportCatalogue(db)).technologies.map((one) => JSON.stringify(one))
  const shares = (await db.select().from(concepts))
    .map((concept) => texts.filter((text) => concept.zh.some((word) => text.includes(word))).length / texts.length)
    .sort((a, b) => b - a)
  const median = shares[Math.floor(shares.length / 2)]!
  expect(median).toBeGreaterThan(0.003)
  expect(median).toBeLessThan(0.03)
  expect(shares.filter((share) => share > 0.1).length).toBeGreaterThanOrEqual(5)
  expect(shares.filter((share) => share > 0.3).length).toBeLessThan(25)
})
