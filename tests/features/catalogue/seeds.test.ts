import { readdirSync, readFileSync } from 'node:fs'
import { eq, isNotNull } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { companies, companyContacts, concepts, fields, listings, technologies } from '#db/schema/catalogue.ts'
import { seed } from '#db/seed.ts'
import { catalogueText } from '#app/features/catalogue/exporting.ts'
import { exportCatalogue, importCatalogue } from '#app/features/catalogue/interchange.server.ts'
import { companyShape, technologyShape } from '#app/features/catalogue/interchange.ts'
import { problemsOf } from '#app/features/catalogue/problems.ts'

interface File {
  companies: { id: string }[]
  technologies: { id: string }[]
}
const names = readdirSync('db/seeds').filter((name) => name.endsWith('.json') && name !== 'taxonomy.json')
const files = names.map((name) => [name, JSON.parse(readFileSync(`db/seeds/${name}`, 'utf8')) as File] as const)
const total = (member: keyof File) => files.reduce((sum, [, file]) => sum + file[member].length, 0)

let took = 0
beforeAll(async () => {
  const started = Date.now()
  await transact((tx) => seed(tx, { demo: true }))
  took = Date.now() - started
})

test.each(files)('%s keeps to the format', (_, file) => {
  const problems = (['companies', 'technologies'] as const).flatMap((member) =>
    file[member].flatMap((record) => {
      const parsed = (member === 'companies' ? companyShape : technologyShape).safeParse(record, { reportInput: true })
      return parsed.success ? [] : parsed.error.issues.flatMap(problemsOf).map((problem) => ({ id: record.id, ...problem }))
    }),
  )
  expect(problems).toEqual([])
})

test('all bundled records are in, quickly', async () => {
  expect(await db.$count(companies)).toBe(total('companies'))
  expect(await db.$count(technologies)).toBe(total('technologies'))
  expect(await db.$count(listings, eq(listings.live, true))).toBe(total('technologies'))
  expect(await db.$count(concepts)).toBe(readFileSync('db/seeds/glossary.tsv', 'utf8').trimEnd().split('\n').length - 1)
  expect(took).toBeLessThan(10_000)
})

test('every child field has three published entries or more', async () => {
  const marked = (await db.select({ marks: listings.marks }).from(listings).where(eq(listings.live, true))).flatMap((row) => row.marks)
  const children = await db.select().from(fields).where(isNotNull(fields.parentId))
  expect(children.length).toBeGreaterThan(20)
  expect(children.filter(({ id }) => marked.filter((mark) => mark === `field:${id}`).length < 3).map(({ id }) => id)).toEqual([])
})

test('every company has one contact, clearly of nobody', async () => {
  const contacts = await db.select().from(companyContacts)
  expect(new Set(contacts.map((row) => row.companyId)).size).toBe(total('companies'))
  expect(contacts).toHaveLength(total('companies'))
  for (const contact of contacts) {
    expect(contact.name).toMatch(/^見本 /)
    expect(contact.email).toMatch(/@example\.com$/)
    expect([contact.phone, contact.wechat]).toEqual([null, null])
  }
})

test('the export of the seeds imports again without change, and holds no contact', async () => {
  const exported = [...catalogueText(await exportCatalogue(db))].join('')
  expect(exported).not.toMatch(/contact\.|見本窓口/)
  const again = await transact((tx) => importCatalogue(tx, JSON.parse(exported), { author: null }))
  expect(again).toEqual({
    ok: true,
    companies: { added: 0, changed: 0, unchanged: total('companies') },
    technologies: { added: 0, changed: 0, unchanged: total('technologies') },
  })
})

test('the bundled files themselves import again without change', async () => {
  const json = { companies: files.flatMap(([, file]) => file.companies), technologies: files.flatMap(([, file]) => file.technologies) }
  expect(await transact((tx) => importCatalogue(tx, json, { author: null }))).toMatchObject({ ok: true, companies: { changed: 0 }, technologies: { changed: 0 } })
})

test('every seeded name has a place in each order', async () => {
  const rows = await db.select().from(listings).where(eq(listings.live, true))
  for (const key of ['sortKana', 'sortPinyin', 'sortAlpha'] as const) expect(new Set(rows.map((row) => row[key])).size).toBe(rows.length)
})
