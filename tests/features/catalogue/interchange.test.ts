import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { companies, companyContacts, fields, listingRevisions, listings, technologies } from '#db/schema/catalogue.ts'
import { ledger } from '#db/schema/platform.ts'
import { catalogueText } from '#app/features/catalogue/exporting.ts'
import { exportCatalogue, importCatalogue } from '#app/features/catalogue/interchange.server.ts'
import { publishListing } from '#app/features/catalogue/mutations.server.ts'
import { catalogueVersion } from '#app/features/catalogue/shelf.server.ts'

const firm = { id: 'firm', name: { ja: '見本株式会社', zh: '样例株式会社', en: 'Specimen Inc.' }, reading: 'みほん' }
const machine = { id: 'machine', company: 'firm', name: { ja: '脱水機', zh: '脱水机' }, fields: ['sludge'] }
const full = {
  ...machine,
  id: 'full',
  slug: 'full-machine',
  summary: { ja: '要約', zh: '摘要' },
  description: { ja: '説明', zh: null },
  problem: { ja: '課題' },
  indicators: [{ name: { ja: '含水率' }, value: 62.5, unit: '%', baseline: { ja: '80%' }, conditions: null }, { name: { zh: '处理量' }, value: '3–5', unit: 't/h' }],
  savings: [{ kind: 'energy', value: 28, unit: '%', basis: { ja: '従来比', zh: null } }],
  cost: 'on-request',
  payback: 'unknown',
  stage: 'commercial',
  installations: [{ country: 'CN', region: 'CN-JS', year: 2024, count: 2, since: 2024, note: { ja: '工場', zh: null } }, { country: 'TH', region: null }],
  certificates: [{ name: { ja: '試験報告' }, issuer: 'Laboratory', year: 2023 }],
  ip: 'patented',
  cooperation: ['sale', 'licence'],
  regions: ['CN-JS'],
  exportControl: 'not-controlled',
  keywords: { ja: ['脱水'], zh: ['脱水', '污泥'] },
  translations: { summary: { zh: 'machine' }, name: { ja: 'human' } },
  verifiedOn: '2026-01-20',
  validUntil: '2027-02-28',
}

const take = (json: unknown) => transact((tx) => importCatalogue(tx, json, { author: null }))
const text = async () => [...catalogueText(await exportCatalogue(db))].join('')
const refusals = async (json: unknown) => {
  const done = await take(json)
  return done.ok ? [] : done.problems.map(({ record, id, at, member, reason }) => `${record} ${id} ${at} ${member}: ${reason}`)
}
const technologyRefusals = (given: object) => refusals({ companies: [firm], technologies: [{ ...machine, ...given }] })
const companyRefusals = (given: object) => refusals({ companies: [{ ...firm, ...given }] })

beforeAll(async () => {
  await transact((tx) =>
    tx
      .insert(fields)
      .values([
        { id: 'water', parentId: null, position: 1, ja: '水', zh: '水', en: 'Water' },
        { id: 'sludge', parentId: 'water', position: 2, ja: '汚泥', zh: '污泥', en: 'Sludge' },
      ])
      .returning(),
  )
})

test.each<[string, object, string]>([
  ['an unknown member', { colour: 'red' }, 'colour: unknown-member'],
  ['an unknown member deep inside', { savings: [{ kind: 'co2', value: 1, unit: 't', basis: { ja: 'a', en: 'b' } }] }, 'savings[0].basis.en: unknown-member'],
  ['English in a technology’s name', { name: { ja: 'a', en: 'b' } }, 'name.en: unknown-member'],
  ['a wrong type', { summary: 'short' }, 'summary: wrong-type'],
  ['a number as text', { installations: [{ country: 'CN', region: null, year: '2024' }] }, 'installations[0].year: wrong-type'],
  ['an unknown code', { stage: 'mature' }, 'stage: unknown-code'],
  ['an unknown mode', { cooperation: ['sale', 'barter'] }, 'cooperation[1]: unknown-code'],
  ['an unknown country', { installations: [{ country: 'XX' }] }, 'installations[0].country: unknown-code'],
  ['a region of another country', { installations: [{ country: 'CN', region: 'JP-13' }] }, 'installations[0].region: unknown-code'],
  ['an unknown region', { regions: ['CN-ZZ'] }, 'regions[0]: unknown-code'],
  ['too long a name', { name: { ja: 'あ'.repeat(121) } }, 'name.ja: too-long'],
  ['too long a summary', { summary: { zh: '字'.repeat(121) } }, 'summary.zh: too-long'],
  ['too long a description', { description: { ja: 'あ'.repeat(8_001) } }, 'description.ja: too-long'],
  ['too long a problem', { problem: { ja: 'あ'.repeat(2_001) } }, 'problem.ja: too-long'],
  ['five fields', { fields: ['water', 'sludge', 'a', 'b', 'c'] }, 'fields: too-many'],
  ['no field', { fields: [] }, 'fields: too-few'],
  ['an unknown field', { fields: ['sludge', 'alchemy'] }, 'fields[1]: unknown-field'],
  ['a company that is nowhere', { company: 'nobody' }, 'company: unknown-company'],
  ['no name in either language', { name: { ja: null, zh: ' ' } }, 'name: no-language'],
  ['an unknown translation state', { translations: { summary: { ja: 'perfect' } } }, 'translations.summary.ja: unknown-code'],
  ['a translation of no text', { translations: { slogan: { ja: 'human' } } }, 'translations.slogan: unknown-member'],
  ['a day that does not exist', { verifiedOn: '2026-02-30' }, 'verifiedOn: bad-date'],
  ['a bad slug', { slug: 'Big Machine' }, 'slug: bad-id'],
  ['an unknown state', { state: 'secret' }, 'state: unknown-code'],
  ['a control character', { summary: { ja: 'a\u0000b' } }, 'summary.ja: bad-character'],
])('a technology with %s is refused by name and place', async (_, given, refusal) => {
  expect(await technologyRefusals(given)).toEqual([`technology machine 0 ${refusal}`])
})

test.each<[string, object, string]>([
  ['an unknown member', { contacts: [] }, 'contacts: unknown-member'],
  ['a Japanese name without reading', { reading: null }, 'reading: required'],
  ['a reading in kanji', { reading: '見本' }, 'reading: not-kana'],
  ['an unknown kind', { kind: 'club' }, 'kind: unknown-code'],
  ['an unknown prefecture', { prefecture: 'JP-48' }, 'prefecture: unknown-code'],
  ['an unknown size', { size: '2-3' }, 'size: unknown-code'],
  ['an address that is none', { site: 'javascript:alert(1)' }, 'site: bad-address'],
  ['a wrong check digit', { corporateNumber: '8010401067807' }, 'corporateNumber: bad-corporate-number'],
  ['too long a profile', { profile: { zh: '字'.repeat(2_001) } }, 'profile.zh: too-long'],
  ['too long a former name', { formerNames: ['a', 'b'.repeat(121)] }, 'formerNames[1]: too-long'],
  ['a draft state', { state: 'draft' }, 'state: unknown-code'],
  ['no name', { name: { ja: null } }, 'name: no-language'],
  ['an id with capitals', { id: 'Firm' }, 'id: bad-id'],
])('a company with %s is refused by name and place', async (_, given, refusal) => {
  expect(await companyRefusals(given)).toEqual([`company ${'id' in given ? 'Firm' : 'firm'} 0 ${refusal}`])
})

test('a file that is none is refused', async () => {
  expect(await refusals([])).toEqual(['file  null : wrong-type'])
  expect(await refusals({ firms: [] })).toEqual(['file  null firms: unknown-member'])
  expect(await refusals({ companies: {} })).toEqual(['file  null companies: wrong-type'])
  expect(await refusals({ technologies: [null, 3] })).toEqual(['technology  0 : required', 'technology  1 : wrong-type'])
  expect(await refusals(JSON.parse('{"companies":[{"id":"x","name":{"zh":"名"},"__proto__":{"a":1}}]}'))).toEqual(['company x 0 __proto__: unknown-member'])
})

test('what a new record needs is asked for by name', async () => {
  expect(await refusals({ companies: [{ id: 'bare' }], technologies: [{ id: 'bare' }] })).toEqual([
    'company bare 0 name: required',
    'technology bare 0 name: required',
    'technology bare 0 company: required',
    'technology bare 0 fields: required',
  ])
})

test('all problems are told at once, and nothing is written', async () => {
  const good = { ...firm, id: 'good' }
  expect(await refusals({ companies: [good, { ...good, kind: 'club' }], technologies: [machine, { ...machine, fields: ['alchemy'], cost: 1 }] })).toEqual([
    'company good 1 id: duplicate-id',
    'company good 1 kind: unknown-code',
    'technology machine 0 company: unknown-company',
    'technology machine 1 id: duplicate-id',
    'technology machine 1 cost: wrong-type',
  ])
  expect(await db.$count(companies)).toBe(0)
  expect(await db.$count(ledger)).toBe(0)
})

test('a good check digit is taken', async () => {
  expect((await take({ companies: [{ ...firm, id: 'numbered', corporateNumber: '7010401067807' }] })).ok).toBe(false)
  expect((await take({ companies: [{ ...firm, id: 'numbered', corporateNumber: '5010001008771' }] })).ok).toBe(true)
})

test('import, export and import again: the second changes nothing and the file is the same to the byte', async () => {
  const first = await take({ companies: [firm], technologies: [machine, full] })
  expect(first).toMatchObject({ ok: true, technologies: { added: 2, changed: 0, unchanged: 0 } })
  const exported = await text()
  const version = await catalogueVersion(db)
  const events = await db.$count(ledger)
  expect(await take(JSON.parse(exported))).toEqual({ ok: true, companies: { added: 0, changed: 0, unchanged: 2 }, technologies: { added: 0, changed: 0, unchanged: 2 } })
  expect(await text()).toBe(exported)
  expect(await catalogueVersion(db)).toBe(version)
  expect(await db.$count(ledger)).toBe(events)
  expect(await db.$count(listingRevisions)).toBe(2)
  const [row] = JSON.parse(exported).technologies.filter((one: { id: string }) => one.id === 'full')
  expect(row).toMatchObject({ slug: 'full-machine', state: 'published', translations: { summary: { zh: 'machine' } }, problem: { ja: '課題', zh: null } })
})

test('an absent member stays, null clears, one changed member makes one revision', async () => {
  expect(await take({ technologies: [{ id: 'full', cost: null, regions: null, keywords: null }] })).toMatchObject({ ok: true, technologies: { changed: 1 } })
  const row = (await exportCatalogue(db)).technologies.find((one) => one.id === 'full')
  expect(row).toMatchObject({ cost: null, regions: [], keywords: { ja: [], zh: [] }, stage: 'commercial', validUntil: '2027-02-28', company: 'firm' })
  expect(await db.$count(listingRevisions, eq(listingRevisions.technologyId, 'full'))).toBe(2)
})

test('a text whose other language was rewritten is stale until it is rewritten too', async () => {
  const states = async () => (await exportCatalogue(db)).technologies.find((one) => one.id === 'machine')?.translations
  await take({ technologies: [{ id: 'machine', name: { ja: '新脱水機', zh: '脱水机' } }] })
  expect(await states()).toEqual({ name: { zh: 'stale' } })
  await take({ technologies: [{ id: 'machine', name: { ja: '新脱水機', zh: '新型脱水机' } }] })
  expect(await states()).toEqual({})
})

test('drafts and withdrawn listings are kept from the public and exported as they are', async () => {
  await take({ technologies: [{ ...machine, id: 'draft', state: 'draft' }, { id: 'machine', state: 'unpublished' }] })
  expect(await db.$count(listings, eq(listings.technologyId, 'draft'))).toBe(0)
  expect((await db.select().from(listings).where(eq(listings.technologyId, 'machine')))[0]?.live).toBe(false)
  const exported = await text()
  expect(JSON.parse(exported).technologies.map((one: { id: string; state: string }) => [one.id, one.state])).toEqual([['draft', 'draft'], ['full', 'published'], ['machine', 'unpublished']])
  expect(await take(JSON.parse(exported))).toMatchObject({ technologies: { unchanged: 3 } })
  await take({ technologies: [{ id: 'draft', state: 'published' }] })
  const revisions = await db.select().from(listingRevisions).where(eq(listingRevisions.technologyId, 'draft'))
  expect(revisions.map((row) => row.state).sort()).toEqual(['published', 'superseded'])
})

test('a draft beside a published text is not touched by an import', async () => {
  await transact((tx) => tx.insert(listingRevisions).values({ technologyId: 'full', number: 9, state: 'draft', content: (JSON.parse('{}')), createdAt: new Date() }).returning())
  await take({ technologies: [{ id: 'full', cost: 'on-request' }] })
  expect((await db.select().from(listingRevisions).where(eq(listingRevisions.technologyId, 'full'))).map((row) => [row.number, row.state]).sort()).toEqual([
    [1, 'superseded'], [10, 'published'], [2, 'superseded'], [9, 'draft'],
  ].sort())
})

test('a slug is fixed once public, and nobody else’s', async () => {
  expect(await refusals({ technologies: [{ id: 'full', slug: 'renamed' }, { ...machine, id: 'new', slug: 'full-machine' }] })).toEqual([
    'technology full 0 slug: slug-fixed',
    'technology new 1 slug: slug-taken',
  ])
  expect(await refusals({ companies: [{ id: 'firm', slug: 'renamed' }] })).toEqual(['company firm 0 slug: slug-fixed'])
})

test('contacts never leave through the export', async () => {
  await transact((tx) => tx.insert(companyContacts).values({ companyId: 'firm', name: '見本 花子', email: 'hanako@example.com', phone: '03-0000-0000', createdAt: new Date() }).returning())
  const exported = await text()
  for (const secret of ['見本 花子', 'hanako', '03-0000-0000']) expect(exported).not.toContain(secret)
})

test('two thousand technologies come in within seconds', async () => {
  const many = Array.from({ length: 2_000 }, (_, at) => ({ ...full, id: `many-${at}`, slug: `many-${at}`, name: { ja: `装置${at}号`, zh: `装置${at}号` } }))
  const started = Date.now()
  expect(await take({ technologies: many })).toMatchObject({ ok: true, technologies: { added: 2_000 } })
  expect(Date.now() - started).toBeLessThan(20_000)
  expect(await db.$count(technologies)).toBe(2_003)
})

test('publishing by hand and importing share one history', async () => {
  const published = await transact((tx) => publishListing(tx, { technologyId: 'many-1', content: { ...emptyName(), fields: ['sludge'] }, authorId: null }))
  expect(published.ok && published.listing.number).toBe(2)
})

function emptyName() {
  const none = { ja: null, zh: null }
  return {
    name: { ja: '手書き', zh: null }, summary: none, description: none, problem: none, principle: none, advantage: none, partnerSought: none, maintenance: none,
    indicators: [], savings: [], cost: null, payback: null, stage: null, installations: [], certificates: [], ip: null, cooperation: [], regions: [],
    exportControl: 'not-assessed' as const, keywords: { ja: [], zh: [] }, images: [], documents: [], translations: {},
  }
}
