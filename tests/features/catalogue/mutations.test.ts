import { asc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { companies, fields, listingRevisions, listings, technologies, type ListingContent } from '#db/schema/catalogue.ts'
import { ledger } from '#db/schema/platform.ts'
import { searchTechnologies } from '#app/features/catalogue/data.server.ts'
import { blankCompany } from '#app/features/catalogue/drafts.ts'
import { blankContent } from '#app/features/catalogue/content.ts'
import { publishListing, saveCompany, unpublishListing } from '#app/features/catalogue/mutations.server.ts'
import { catalogueVersion } from '#app/features/catalogue/shelf.server.ts'

const content = (ja: string, given: Partial<ListingContent> = {}): ListingContent => ({ ...blankContent(), name: { ja, zh: null }, fields: ['sludge'], ...given })
const company = (id: string, reading: string, nameJa = `${id}株式会社`) => ({ ...blankCompany(id), nameJa, reading })
const listingOf = async (id: string) => (await db.select().from(listings).where(eq(listings.technologyId, id)))[0]!
const publish = (technologyId: string, text: ListingContent, companyId?: string) =>
  transact((tx) => publishListing(tx, { technologyId, content: text, authorId: null, ...(companyId ? { companyId } : {}) }))

beforeAll(async () => {
  await transact(async (tx) => {
    await tx.insert(fields).values([
      { id: 'water', parentId: null, position: 1, ja: '水', zh: '水', en: 'Water' },
      { id: 'sludge', parentId: 'water', position: 2, ja: '汚泥', zh: '污泥', en: 'Sludge' },
    ])
    await saveCompany(tx, company('alpha', 'みほんあ'), null)
    await saveCompany(tx, company('beta', 'みほんい'), null)
  })
})

test('publishing makes revision one, a listing with marks and keys, a ledger row and a new version', async () => {
  const before = await catalogueVersion(db)
  const published = await publish('first', content('脱水機'), 'alpha')
  expect(published.ok).toBe(true)
  const [revision] = await db.select().from(listingRevisions).where(eq(listingRevisions.technologyId, 'first'))
  expect(revision).toMatchObject({ number: 1, state: 'published' })
  const listing = await listingOf('first')
  expect(listing).toMatchObject({ live: true, companyId: 'alpha', revisionId: revision!.id, marks: ['field:sludge', 'field:water', 'lang:ja', 'region:*'] })
  expect(listing.card.name.ja).toBe('脱水機')
  expect(listing.version).toBe(await catalogueVersion(db))
  expect(listing.version).toBeGreaterThan(before)
  expect((await db.select().from(ledger).where(eq(ledger.subject, 'technology:first'))).map((row) => [row.verb, row.codes])).toEqual([['listing-published', { revision: 1 }]])
})

test('a second text supersedes the first under the same document number; the same text again changes nothing', async () => {
  await publish('second', content('一版'), 'alpha')
  const { doc } = await listingOf('second')
  await publish('second', content('二版'))
  const rows = await db.select().from(listingRevisions).where(eq(listingRevisions.technologyId, 'second')).orderBy(asc(listingRevisions.number))
  expect(rows.map((row) => [row.number, row.state])).toEqual([[1, 'superseded'], [2, 'published']])
  const listing = await listingOf('second')
  expect(listing).toMatchObject({ doc, revisionId: rows[1]!.id })
  const version = await catalogueVersion(db)
  await publish('second', content('二版'))
  expect(await catalogueVersion(db)).toBe(version)
  expect(await db.$count(listingRevisions, eq(listingRevisions.technologyId, 'second'))).toBe(2)
})

test('document numbers stay dense however often listings change', async () => {
  await publish('third', content('x'), 'alpha')
  const { doc } = await listingOf('third')
  for (const text of ['a', 'b', 'c']) await publish('third', content(text))
  await publish('fourth', content('y'), 'alpha')
  expect((await listingOf('fourth')).doc).toBe(doc + 1)
})

test('a withdrawn listing leaves list and search but keeps its row; publishing brings it back under its number', async () => {
  await publish('withdrawn', content('消化槽'), 'beta')
  const { doc, version } = await listingOf('withdrawn')
  expect(await transact((tx) => unpublishListing(tx, { technologyId: 'withdrawn', authorId: null }))).toEqual({ ok: true })
  const gone = await listingOf('withdrawn')
  expect(gone).toMatchObject({ doc, live: false })
  expect(gone.version).toBeGreaterThan(version)
  expect(await transact((tx) => unpublishListing(tx, { technologyId: 'withdrawn', authorId: null }))).toEqual({ ok: false, reason: 'not-public' })
  await publish('withdrawn', content('消化槽'))
  expect(await listingOf('withdrawn')).toMatchObject({ doc, live: true })
  expect(await db.$count(listingRevisions, eq(listingRevisions.technologyId, 'withdrawn'))).toBe(1)
})

test('a company that changes its reading or goes takes its listings along', async () => {
  await transact((tx) => saveCompany(tx, company('gamma', 'あ'), null))
  await publish('of-gamma', content('機'), 'gamma')
  const before = await listingOf('of-gamma')
  await transact((tx) => saveCompany(tx, company('gamma', 'わ'), null))
  const after = await listingOf('of-gamma')
  expect(after.sortKana > before.sortKana).toBe(true)
  expect(after.version).toBeGreaterThan(before.version)
  await transact((tx) => saveCompany(tx, { ...company('gamma', 'わ'), state: 'unpublished' }, null))
  expect((await listingOf('of-gamma')).live).toBe(false)
})

test('keys of listings are unique even between equal names', async () => {
  await publish('twin-a', content('同名'), 'alpha')
  await publish('twin-b', content('同名'), 'alpha')
  const [a, b] = [await listingOf('twin-a'), await listingOf('twin-b')]
  for (const key of ['sortKana', 'sortPinyin', 'sortAlpha'] as const) expect(a[key]).not.toBe(b[key])
})

test('a slug is fixed once public, and nobody else’s', async () => {
  await transact((tx) => saveCompany(tx, company('delta', 'で'), null))
  expect(await transact((tx) => saveCompany(tx, { ...company('delta', 'で'), slug: 'other' }, null))).toEqual({ ok: false, reason: 'slug-fixed' })
  expect(await transact((tx) => saveCompany(tx, { ...company('epsilon', 'え'), slug: 'delta' }, null))).toEqual({ ok: false, reason: 'slug-taken' })
  await transact((tx) => saveCompany(tx, { ...company('hidden', 'か'), state: 'unpublished' }, null))
  expect((await transact((tx) => saveCompany(tx, { ...company('hidden', 'か'), state: 'unpublished', slug: 'shown' }, null))).ok).toBe(true)
  await publish('fixed', content('z'), 'delta')
  expect(await transact((tx) => publishListing(tx, { technologyId: 'fixed', slug: 'moved', content: content('z'), authorId: null }))).toEqual({ ok: false, reason: 'slug-fixed' })
})

test('without a known company nothing is published', async () => {
  expect(await publish('orphan', content('q'))).toEqual({ ok: false, reason: 'no-company' })
  expect(await publish('orphan', content('q'), 'nobody')).toEqual({ ok: false, reason: 'no-company' })
  expect(await db.$count(technologies, eq(technologies.id, 'orphan'))).toBe(0)
})

test('computed keys follow the company, keys given by hand stay', async () => {
  await transact((tx) => saveCompany(tx, { ...company('eta', 'えーた'), nameZh: '大金有限公司', romanised: 'ETA' }, null))
  const [row] = await db.select().from(companies).where(eq(companies.id, 'eta'))
  expect(row).toMatchObject({ sortPinyin: 'da jin', sortAlpha: 'eta', nameKey: 'eta' })
})

test('what is published can be found by its words', async () => {
  await publish('findable', content('超音波洗浄'), 'alpha')
  const found = await searchTechnologies(db, { q: '超音波洗浄', filters: {}, order: 'kana-asc', page: 1, limit: 20 })
  expect(found.items.map((item) => item.id)).toEqual(['findable'])
})
