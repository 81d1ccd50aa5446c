import { and, eq, isNull } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { fields, listingRevisions, tableImports, technologies, type ListingContent } from '#db/schema/catalogue.ts'
import { ledger, outbox } from '#db/schema/platform.ts'
import { requireEditor, type Editor } from '#app/features/accounts/gate.server.ts'
import { blankContent, orderedContent } from '#app/features/catalogue/content.ts'
import { publishListing } from '#app/features/catalogue/mutations.server.ts'
import { openDraft, submitDraft } from '#app/features/catalogue/revising/drafting.server.ts'
import { valueCell, valueIn } from '#app/features/catalogue/tables/cells.ts'
import { plain, safe } from '#app/platform/csv.ts'
import { cellsOf, columns, headingOf } from '#app/features/catalogue/tables/columns.ts'
import { decodeTable, readTable } from '#app/features/catalogue/tables/decoding.ts'
import { ownCsv, ownData, templateCsv } from '#app/features/catalogue/tables/exporting.server.ts'
import { checkTable, planImport, readImport, startStoring } from '#app/features/catalogue/tables/importing.server.ts'
import { letterOf, planTable } from '#app/features/catalogue/tables/planning.ts'
import { draftsOf, submitTogether } from '#app/features/catalogue/tables/submitting.server.ts'
import { runDueJobs } from '#app/platform/jobs.server.ts'
import { workers } from '#app/workers.server.ts'
import { listedCompany } from '../../support/catalogue.ts'
import { delivered, sentTo } from '../../support/inquiries.ts'
import { firmRequest, signedInRequest } from '../../support/people.ts'

const taxonomy = [
  { id: 'top', parentId: null, ja: '上', zh: '上' },
  { id: 'pump', parentId: 'top', ja: 'ポンプ', zh: '水泵' },
]
let n = 0
let firm = ''
let editor: Editor
let office: Editor

beforeAll(async () => {
  await transact((tx) => tx.insert(fields).values(taxonomy.map((field, position) => ({ ...field, position, en: field.id }))))
})
beforeEach(async () => {
  firm = `table-firm-${++n}`
  await listedCompany(firm)
  editor = await requireEditor(await firmRequest(`tables-${n}@firm.example`, firm), 'ja', firm)
  office = await requireEditor(await signedInRequest('tables@office.example'), 'ja', firm)
})

const utf8 = (text: string) => new TextEncoder().encode(text)
/** A file of the given columns. */
const csv = (keys: string[], rows: string[][], by = ',') => [keys, ...rows].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(by)).join('\r\n')
const checked = async (text: string, who = editor) => {
  const done = await checkTable(who, 'a.csv', utf8(text))
  if (!done.ok) throw new Error(done.reason)
  return (await readImport(db, done.id))!
}
const store = async (id: string, who = editor) => {
  expect(await transact((tx) => startStoring(tx, who, id))).toBe(true)
  await runDueJobs(workers)
  return (await readImport(db, id))!
}
const found = async (text: string) => (await checked(text)).problems.map(({ row, column, code }) => [row, column, code])

test('every problem is told by row and column, and nothing is written', async () => {
  const keys = ['name_ja', 'summary_ja', 'fields', 'stage', 'indicator1_name_ja', 'indicator1_value', 'saving1_kind', 'saving1_value', 'installations', 'regions', '知らない列']
  const rows = [
    ['良い技術', '', 'pump', '商用化', '効率', '3.5', 'energy', '１，２００', 'CN-JS:2019:3', '江蘇省', ''],
    ['', '', 'pump', '', '', '', '', '', '', '', ''],
    ['長い概要', 'あ'.repeat(121), 'ない分野', '夢の段階', '', '5', 'energy', 'たくさん', 'XX:2019', 'CN-XX', ''],
    ['分野なし', '', '', '', '効率', '', '', '', 'CN-JS:来年', '', ''],
    ['良い技術', '', '水泵;nowhere', '', '', '', '', '', '', '', ''],
  ]
  expect(await found(csv(keys, rows))).toEqual([
    [1, '知らない列', 'unknown-column'],
    [3, 'name_ja', 'no-language'],
    [4, 'summary_ja', 'too-long'],
    [4, 'indicator1_name_ja', 'no-language'],
    [4, 'saving1_value', 'wrong-type'],
    [4, 'stage', 'unknown-code'],
    [4, 'installations', 'unknown-code'],
    [4, 'regions', 'unknown-code'],
    [4, 'fields', 'unknown-field'],
    [5, 'fields', 'too-few'],
    [5, 'indicator1_value', 'required'],
    [5, 'installations', 'wrong-type'],
    [6, 'fields', 'unknown-field'],
    [6, 'name_ja', 'duplicate-name'],
  ])
  expect(await db.$count(technologies, eq(technologies.companyId, firm))).toBe(0)
})

test('a table that does not fit is refused whole, with the reason', () => {
  const reasonOf = (bytes: Uint8Array) => {
    const decoded = decodeTable(bytes)
    const read = decoded.ok ? readTable(decoded.text) : decoded
    return read.ok ? null : read.reason
  }
  expect(reasonOf(new Uint8Array())).toBe('empty')
  expect(reasonOf(utf8('PK\u0003\u0004abc'))).toBe('workbook')
  expect(reasonOf(new Uint8Array([0x81, 0xff, 0xfe, 0x80]))).toBe('encoding')
  expect(reasonOf(new Uint8Array(6 * 1024 * 1024))).toBe('too-large')
  expect(reasonOf(utf8('a,b\r\n1,2'))).toBe('no-heading')
  expect(reasonOf(utf8('name_ja,fields\r\n'))).toBe('empty')
  expect(reasonOf(utf8('name_ja,fields\r\n"abc,def\r\n'))).toBe('quotes')
  expect(reasonOf(utf8(csv(['name_ja'], Array.from({ length: 2_001 }, (_, at) => [`n${at}`]))))).toBe('too-many-rows')
})

test('spreadsheets’ ways of writing are read: marks, UTF-16, old encodings, semicolons, tabs, headings in words', () => {
  // 技術名（日本語）,分野 / 見本,ポンプ as Excel for Japan writes it; 技术名称（中文）,领域 / 样本,水泵 as Excel for China does.
  const sjis = [0x8b, 0x5a, 0x8f, 0x70, 0x96, 0xbc, 0x81, 0x69, 0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x81, 0x6a, 0x2c, 0x95, 0xaa, 0x96, 0xec, 0x0d, 0x0a, 0x8c, 0xa9, 0x96, 0x7b, 0x2c, 0x83, 0x7c, 0x83, 0x93, 0x83, 0x76]
  const gb = [0xbc, 0xbc, 0xca, 0xf5, 0xc3, 0xfb, 0xb3, 0xc6, 0xa3, 0xa8, 0xd6, 0xd0, 0xce, 0xc4, 0xa3, 0xa9, 0x2c, 0xc1, 0xec, 0xd3, 0xf2, 0x0d, 0x0a, 0xd1, 0xf9, 0xb1, 0xbe, 0x2c, 0xcb, 0xae, 0xb1, 0xc3]
  const text = '技術名（日本語）;分野 [fields]\n見本;ポンプ'
  const utf16 = new Uint8Array([0xff, 0xfe, ...new Uint8Array(Buffer.from(text.replaceAll(';', '\t'), 'utf16le'))])
  const read = (bytes: Uint8Array | number[]) => {
    const decoded = decodeTable(Uint8Array.from(bytes))
    if (!decoded.ok) throw new Error(decoded.reason)
    const table = readTable(decoded.text, decoded.encoding)
    if (!table.ok) throw new Error(table.reason)
    const plan = planTable(table.table, [], taxonomy)
    return [decoded.encoding, plan.problems.length, plan.entries[0]?.content.name, plan.entries[0]?.content.fields]
  }
  const ja = { ja: '見本', zh: null }
  expect(read(sjis)).toEqual(['shift_jis', 0, ja, ['pump']])
  expect(read(gb)).toEqual(['gb18030', 0, { ja: null, zh: '样本' }, ['pump']])
  expect(read(utf16)).toEqual(['utf-16le', 0, ja, ['pump']])
  expect(read(utf8(text))).toEqual(['utf-8', 0, ja, ['pump']])
  expect(read(utf8(`\ufeff${text}`))).toEqual(['utf-8', 0, ja, ['pump']])
})

test('no cell runs as a formula, and reading takes nothing away that was there', () => {
  for (const text of ['=1+1', '+81', '-5', '@sum', '\t=1', "'=1", '＝1', '\r=1']) {
    expect(safe(text).startsWith("'")).toBe(true)
    expect(plain(safe(text))).toBe(text)
  }
  fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^['=+@-]{0,3}[0-9a]{0,3}$/)), (text) => plain(safe(text)) === text && !/^[=+\-@\t\r]/.test(safe(text))))
  fc.assert(fc.property(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => (Object.is(x, -0) ? 0 : x)), fc.string(), fc.stringMatching(/^'{0,2}-?\d{1,4}$/)), (value) => Object.is(valueIn(plain(safe(valueCell(value)))), value)))
})

const word = (most: number) => fc.oneof(fc.string({ maxLength: most, unit: 'grapheme-ascii' }), fc.stringMatching(/^[漢字かなA-z;；|\\'=+@\n\r 、,"-]{1,20}$/)).map((text) => text.trim())
const maybe = (most: number) => word(most).map((text) => text || null)
const text = (most: number) => fc.record({ ja: maybe(most), zh: maybe(most) })
const named = (most: number) => text(most).filter(({ ja, zh }) => ja !== null || zh !== null)
const year = fc.option(fc.integer({ min: 1900, max: 2100 }))
const listing: fc.Arbitrary<ListingContent> = fc
  .record({
    name: named(40), summary: text(40), description: text(200), problem: text(60), principle: text(60), advantage: text(60), partnerSought: text(60), maintenance: text(60),
    fields: fc.constantFrom<string[]>(['pump'], ['pump', 'top']),
    indicators: fc.array(fc.record({ name: named(30), value: fc.oneof(fc.integer(), word(20).filter(Boolean), fc.stringMatching(/^'?-?\d{1,3}$/)), unit: word(10), baseline: text(30), conditions: text(30) }), { maxLength: 5 }),
    savings: fc.array(fc.record({ kind: fc.constantFrom('energy' as const, 'co2' as const), value: fc.integer({ min: -99, max: 99 }), unit: word(10), basis: text(30) }), { maxLength: 5 }),
    cost: fc.constantFrom(null, 'on-request' as const), payback: fc.constantFrom(null, 'unknown' as const), stage: fc.constantFrom(null, 'research' as const), ip: fc.constantFrom(null, 'patented' as const),
    installations: fc.array(fc.record({ place: fc.constantFrom({ country: 'CN', region: 'CN-JS' }, { country: 'TH', region: null }, { country: 'JP', region: 'JP-13' }), year, count: fc.option(fc.integer({ min: 0, max: 99 })), since: year, note: text(30) }), { maxLength: 4 }).map((all) => all.map(({ place, ...rest }) => ({ ...place, ...rest }))),
    certificates: fc.array(fc.record({ name: named(30), issuer: maybe(20), year }), { maxLength: 4 }),
    cooperation: fc.uniqueArray(fc.constantFrom('sale' as const, 'licence' as const, 'joint-venture' as const)),
    regions: fc.uniqueArray(fc.constantFrom('CN-JS', 'CN-BJ')),
    exportControl: fc.constantFrom('not-assessed' as const, 'controlled' as const),
    keywords: fc.record({ ja: fc.uniqueArray(word(20).filter(Boolean), { maxLength: 4 }), zh: fc.uniqueArray(word(20).filter(Boolean), { maxLength: 4 }) }),
  })
  .map((content) => orderedContent({ ...blankContent(), ...content }))
  .filter((content) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(JSON.stringify(content)) && ![...content.indicators, ...content.certificates].some(({ name }) => !name.ja && !name.zh))

test('what was written out reads back as the same text, over itself and over nothing', () => {
  fc.assert(
    fc.property(listing, (content) => {
      const cells = cellsOf('t1', content)
      const line = (values: string[]) => values.map((cell) => `"${safe(cell).replaceAll('"', '""')}"`).join(',')
      const read = readTable(`\ufeff${line(columns.map((key) => headingOf(key, 'ja')))}\r\n${line(columns.map((key) => cells[key] ?? ''))}\r\n`)
      if (!read.ok) throw new Error(read.reason)
      const over = planTable(read.table, [{ id: 't1', slug: 't1', content, underReview: true }], taxonomy)
      expect(over.problems).toEqual([])
      expect(over.entries.map((entry) => [entry.change, entry.content])).toEqual([['unchanged', content]])
      const bare = planTable({ ...read.table, rows: read.table.rows.map(({ row, cells: [, ...rest] }) => ({ row, cells: ['', ...rest] })) }, [], taxonomy)
      expect(bare.problems).toEqual([])
      expect(bare.entries[0]!.content).toEqual(orderedContent({ ...content, indicators: content.indicators.slice(0, 3), savings: content.savings.slice(0, 3) }))
    }),
    { numRuns: 300 },
  )
})

test('a table becomes drafts, row by row with progress; nothing is public', async () => {
  const rows = Array.from({ length: 500 }, (_, at) => [`一括技術${at}`, `批量技术${at}`, 'pump', `概要${at}`])
  const table = await checked(csv(['name_ja', 'name_zh', 'fields', 'summary_ja'], rows))
  expect([table.state, table.total, table.problems]).toEqual(['ready', 500, []])
  expect((await planImport(db, table)).entries.every((entry) => entry.change === 'new')).toBe(true)
  expect(await transact((tx) => startStoring(tx, editor, table.id))).toBe(true)
  expect(await transact((tx) => startStoring(tx, editor, table.id))).toBe(false)
  // One turn of the job by hand: its progress is there for the page to show.
  await workers.table!({ payload: { id: table.id }, attempts: 1 } as never)
  const halfway = (await readImport(db, table.id))!
  expect([halfway.state, halfway.done > 0 && halfway.done < 500]).toEqual(['storing', true])
  expect(await db.$count(technologies, eq(technologies.companyId, firm))).toBe(halfway.done)
  await Promise.all([runDueJobs(workers), runDueJobs(workers)])
  const end = (await readImport(db, table.id))!
  expect([end.state, end.done, end.problems, end.source]).toEqual(['done', 500, [], ''])
  const own = await db.select().from(technologies).where(eq(technologies.companyId, firm))
  expect([own.length, own.every((one) => one.state === 'draft' && one.publishedRevisionId === null)]).toEqual([500, true])
  expect((await draftsOf(db, firm)).slice(0, 60).map((draft) => draft.name.ja)).toEqual(rows.slice(0, 60).map(([name]) => name))
})

test('a written-out table, changed in one cell, changes that one text; the public one stays until the office has looked', async () => {
  const make = async (id: string) => {
    const content = { ...blankContent(), name: { ja: `${id}号機`, zh: `${id}号机` }, summary: { ja: '前', zh: '前' }, fields: ['pump'], images: [{ file: 'f', width: 1, height: 1, alt: { ja: null, zh: null } }] }
    await transact((tx) => publishListing(tx, { technologyId: id, companyId: firm, content, authorId: null }))
    return id
  }
  const [one, two] = [await make(`${firm}-a`), await make(`${firm}-b`)]
  const out = await ownCsv(db, firm, 'zh')
  const same = await checked(out)
  expect((await planImport(db, same)).entries.map((entry) => entry.change)).toEqual(['unchanged', 'unchanged'])
  const table = await checked(out.replace('"前"', '"後"'))
  expect((await planImport(db, table)).entries.map((entry) => entry.change)).toEqual(['changed', 'unchanged'])
  await store(table.id)
  const texts = await db.select().from(listingRevisions).where(eq(listingRevisions.technologyId, one))
  expect(texts.map((row) => [row.number, row.state, row.content.summary.ja])).toEqual([[1, 'published', '前'], [2, 'draft', '後']])
  expect(texts[1]!.content.images).toHaveLength(1)
  expect(texts[1]!.content.translations).toEqual({ summary: { zh: 'stale' } })
  expect(await db.$count(listingRevisions, eq(listingRevisions.technologyId, two))).toBe(1)
  // Again, into the draft that is there now.
  await store((await checked(csv(['id', 'summary_ja'], [[one, 'さらに後']]))).id)
  const [, draft] = await db.select().from(listingRevisions).where(eq(listingRevisions.technologyId, one))
  expect([draft!.number, draft!.content.summary.ja, draft!.edition]).toEqual([2, 'さらに後', 2])
})

test('a text under review, a foreign id and a name that is there already are refused', async () => {
  await store((await checked(csv(['name_ja', 'fields'], [['審査中の機械', 'pump']]))).id)
  const [own] = await db.select().from(technologies).where(eq(technologies.companyId, firm))
  const opened = await transact((tx) => openDraft(tx, editor, own!.id))
  if (!opened.ok) throw new Error(opened.reason)
  await transact((tx) => submitDraft(tx, editor, opened.revision.id, opened.revision.edition, { translationWanted: false }))
  await listedCompany(`foreign-${firm}`)
  await transact((tx) => publishListing(tx, { technologyId: `theirs-${n}`, companyId: `foreign-${firm}`, content: { ...blankContent(), name: { ja: '他社', zh: null } }, authorId: null }))
  expect(await found(csv(['id', 'name_ja', 'fields'], [[own!.id, '新しい名', 'pump'], [`theirs-${n}`, 'x', 'pump'], ['', '審査中の機械', 'pump'], [own!.id, '審査中の機械', 'pump']]))).toEqual([
    [2, 'id', 'under-review'], [3, 'id', 'unknown-id'], [4, 'name_ja', 'same-name'], [5, 'id', 'duplicate-id'],
  ])
})

test('a firm hands its drafts in together: signed in each language, one letter to the office', async () => {
  await store((await checked(csv(['name_ja', 'name_zh', 'fields'], [['甲', '甲', 'pump'], ['乙', '', 'pump'], ['丙', '', 'pump']]))).id)
  const drafts = await draftsOf(db, firm)
  const chosen = new Map(drafts.map((draft) => [draft.revision, draft.edition + (draft.name.ja === '丙' ? 1 : 0)]))
  expect(await transact((tx) => submitTogether(tx, editor, { chosen, translationWanted: false, waivedBy: null }))).toEqual({ submitted: 2, left: 1 })
  const rows = await db.select().from(listingRevisions).innerJoin(technologies, eq(technologies.id, listingRevisions.technologyId)).where(and(eq(technologies.companyId, firm), eq(listingRevisions.state, 'submitted')))
  const signed = Object.fromEntries(rows.map((row) => [row.listing_revisions.content.name.ja, Object.entries(row.listing_revisions.signOffs!).map(([language, { how, by }]) => [language, how, by === editor.person.id])]))
  expect(signed).toEqual({ 甲: [['ja', 'signed', true], ['zh', 'signed', true]], 乙: [['ja', 'signed', true]] })
  expect(await db.select({ kind: outbox.kind }).from(outbox).where(and(eq(outbox.subject, `company:${firm}`), isNull(outbox.sentAt)))).toEqual([{ kind: 'office-listings-submitted' }])
  expect(sentTo(await delivered(), 'office@localhost').some((letter) => letter.subject?.includes(`${firm}見本`))).toBe(true)
  const foreign = await requireEditor(await signedInRequest('tables@office.example'), 'ja', 'elsewhere')
  expect(await transact((tx) => submitTogether(tx, foreign, { chosen: new Map(drafts.map((draft) => [draft.revision, draft.edition])), translationWanted: false, waivedBy: null }))).toEqual({ submitted: 0, left: 3 })
})

test('the office does it in a firm’s place: whose word stands for each text and language is on record', async () => {
  await store((await checked(csv(['name_ja', 'name_zh', 'fields'], [['代行甲', '代行甲', 'pump'], ['代行乙', '', 'pump']]), office)).id, office)
  const drafts = await draftsOf(db, firm)
  await transact((tx) => submitTogether(tx, office, { chosen: new Map(drafts.map((draft) => [draft.revision, draft.edition])), translationWanted: false, waivedBy: '見本 担当' }))
  const rows = await db.select().from(listingRevisions).innerJoin(technologies, eq(technologies.id, listingRevisions.technologyId)).where(eq(technologies.companyId, firm))
  const waived = rows.flatMap((row) => Object.entries(row.listing_revisions.signOffs!).map(([language, { how, name }]) => `${row.listing_revisions.content.name.ja} ${language} ${how} ${name}`)).sort()
  expect(waived).toEqual(['代行乙 ja waived 見本 担当', '代行甲 ja waived 見本 担当', '代行甲 zh waived 見本 担当'])
  for (const row of rows) {
    const verbs = (await db.select().from(ledger).where(eq(ledger.subject, `technology:${row.technologies.id}`))).filter((event) => event.verb === 'listing-sign-off-waived')
    expect(verbs.map((event) => event.codes.language).sort()).toEqual(Object.keys(row.listing_revisions.signOffs!).sort())
    expect(JSON.stringify(verbs)).not.toContain('見本')
  }
})

test('the template reads as an empty table, its example as a good row', async () => {
  for (const locale of ['ja', 'zh'] as const) {
    const template = await templateCsv(db, locale)
    expect(template.startsWith('\ufeff')).toBe(true)
    expect(readTable(template)).toMatchObject({ ok: false, reason: 'empty' })
    const read = readTable(template.replace(/"# [^"]*（この行は[^"]*"(?=,"低)|"# 示例[^"]*"/, '""'))
    if (!read.ok) throw new Error(read.reason)
    expect(planTable(read.table, [], [{ id: 'waste-heat', parentId: null, ja: '', zh: '' }]).problems).toEqual([])
  }
})

test('a firm’s own data are its own: whole, and nobody else’s', async () => {
  await store((await checked(csv(['name_ja', 'fields'], [['自社の技術', 'pump']]))).id)
  const whole = JSON.stringify(await ownData(db, firm))
  expect(whole).toContain('自社の技術')
  expect(whole).toContain(`${firm}-person@firm.example`)
  expect(whole).not.toContain('passwordHash')
  expect((await ownData(db, firm)).technologies[0]!.revisions).toHaveLength(1)
  for (const other of await db.select().from(technologies)) if (other.companyId !== firm) expect(whole).not.toContain(other.id)
})

test('columns have letters as spreadsheets give them', () => {
  expect([0, 25, 26, 51, 52, 701].map((at) => (letterOf(at) as { letter: string }).letter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ'])
})

test('an import belongs to its firm', async () => {
  const table = await checked(csv(['name_ja', 'fields'], [['x', 'pump']]))
  await listedCompany(`second-${firm}`)
  const other = await requireEditor(await firmRequest(`second-${n}@firm.example`, `second-${firm}`), 'ja', `second-${firm}`)
  expect(await transact((tx) => startStoring(tx, other, table.id))).toBe(false)
  expect((await db.select().from(tableImports).where(eq(tableImports.id, table.id)))[0]!.state).toBe('ready')
})
