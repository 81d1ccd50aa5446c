import { beforeAll, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { db, transact } from '#db/index.ts'
import { seed } from '#db/seed.ts'
import { projectEvents, projects } from '#db/schema/projects.ts'
import { surveyRecipients, surveyRounds } from '#db/schema/surveys.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { decodeTable } from '#app/features/catalogue/tables/decoding.ts'
import { changeStatus } from '#app/features/projects/life/changing.server.ts'
import { addPartyContact } from '#app/features/projects/life/contacts.server.ts'
import { partiesOfProject } from '#app/features/projects/life/recording.server.ts'
import { searchProjects } from '#app/features/projects/register.server.ts'
import { registerShape } from '#app/features/projects/search-form.ts'
import { takeReport } from '#app/features/projects/standing/reports.server.ts'
import { addQuestionnaire } from '#app/features/projects/surveys/questionnaires.server.ts'
import { guessColumns, memberOf, templateHeadings } from '#app/features/projects/tables/columns.ts'
import { commitImport, keepTable, mapColumns, mendTable, planImport, readImport, templateCsv, undoImport } from '#app/features/projects/tables/importing.server.ts'
import { heldProjects } from '#app/features/projects/tables/holding.server.ts'
import { readTable } from '#app/features/projects/tables/reading.ts'
import { now } from '#app/platform/clock.ts'
import { secretary } from '../../support/people.ts'

let clerk: Secretary
const HEAD = '回\t番号\t発表日\t件名\t中国語件名\t日本側\t中国側\t分野\t地域\t状況\t確認日'
const row = (n: number, more: Partial<Record<'forum' | 'number' | 'date' | 'title' | 'region' | 'status' | 'field' | 'japan', string>> = {}) =>
  [more.forum ?? '11', more.number ?? String(n), more.date ?? '2017年12月24日', more.title ?? `省エネ事業 第${n}号`, `节能项目之${n}`, more.japan ?? `日本企業${n}株式会社`, `中国企業${n % 40}有限公司`, more.field ?? '', more.region ?? '北京市', more.status ?? '', ''].join('\t')
const tableOf = (...rows: string[]) => [HEAD, ...rows].join('\n')

async function kept(source: string): Promise<string> {
  const done = await transact((tx) => keepTable(tx, clerk, 'old.tsv', source))
  if (!done.ok) throw new Error(done.reason)
  return done.id
}
const planned = async (id: string) => planImport(db, (await readImport(db, id))!)

beforeAll(async () => {
  await transact((tx) => seed(tx, { demo: false }))
  clerk = await secretary()
})

test('headings of either language are understood, and the template’s own all of them', () => {
  expect(guessColumns(['届次', '序号', '项目名称', '中方', '日方', '备注'])).toEqual(['forum', 'number', 'titleZh', 'chinaZh', 'japanZh', ''])
  for (const locale of ['ja', 'zh'] as const) expect(templateHeadings(locale).map(memberOf)).not.toContain(null)
  expect(readTable(`${templateCsv('ja').trim()}\n1`)).toMatchObject({ ok: true })
})

test('every bad row and column is named, and nothing is entered', async () => {
  const bad = tableOf(
    row(1),
    row(2, { forum: '99' }),
    row(3, { date: '2017/13/40' }),
    row(4, { title: '' }).replace('节能项目之4', ''),
    row(5, { region: 'アトランティス' }),
    row(6, { status: 'たぶん順調' }),
    row(1, { title: '別の件名' }),
    row(8, { title: '省エネ事業 第1号' }),
    row(9, { field: '錬金術' }),
    row(10, { japan: '' }).replace('中国企業10有限公司', ''),
    row(11, { date: '2999-01-01' }),
    row(3, { forum: '15' }),
  )
  const id = await kept(bad)
  const { problems, entries } = await planned(id)
  expect(problems.map(({ row, member, fault }) => [row, member, fault])).toEqual([
    [3, 'forum', 'round-unknown'],
    [4, 'announcedOn', 'date-invalid'],
    [5, 'titleJa', 'title-missing'],
    [6, 'region', 'region-unknown'],
    [7, 'status', 'status-unknown'],
    [8, 'titleZh', 'duplicate-title'],
    [8, 'number', 'duplicate-number'],
    [9, 'titleJa', 'duplicate-title'],
    [10, 'fields', 'field-unknown'],
    [11, 'japanJa', 'parties-missing'],
    [12, 'announcedOn', 'date-future'],
    [13, 'titleJa', 'duplicate-title'],
    [13, 'titleZh', 'duplicate-title'],
    [13, 'number', 'known-number'],
  ])
  expect(entries).toHaveLength(1)
  const before = await db.$count(projects)
  expect(await transact((tx) => commitImport(tx, clerk, id))).toEqual({ ok: false, reason: 'has-problems' })
  expect(await db.$count(projects)).toBe(before)
  expect(await transact((tx) => mendTable(tx, id, tableOf(row(1))))).toEqual({ ok: true })
  expect((await planned(id)).problems).toEqual([])
})

test('columns that were not understood are mapped by hand', async () => {
  const id = await kept('あ\tい\tう\n2016-11-26\t手で対応づけた件名\t手動株式会社')
  expect((await planned(id)).problems.map(({ fault }) => fault)).toEqual(['column-missing', 'column-missing'])
  expect(await transact((tx) => mapColumns(tx, id, ['announcedOn', 'titleJa', 'japanJa']))).toBe(true)
  expect((await planned(id)).problems).toEqual([])
})

test('four hundred rows are entered in one step, found at once, and taken back as one step', async () => {
  const id = await kept(tableOf(...Array.from({ length: 400 }, (_, at) => row(at + 1, { forum: String(1 + (at % 10)), title: `歴史事業 ${at}号`, status: at % 3 ? '' : '完了' }).replace('节能项目之', '历史项目'))))
  const { problems } = await planned(id)
  expect(problems).toEqual([])
  expect(await transact((tx) => commitImport(tx, clerk, id))).toEqual({ ok: true })
  expect(await db.$count(projects)).toBe(411)
  expect((await searchProjects(db, { ...registerShape.parse({}), q: '歴史事業 399号' })).total).toBe(1)
  expect(await transact((tx) => commitImport(tx, clerk, id))).toEqual({ ok: false, reason: 'already-moved' })
  expect(await transact((tx) => undoImport(tx, clerk, id))).toEqual({ ok: true })
  expect(await db.$count(projects)).toBe(11)
  expect(await db.$count(projectEvents)).toBe(11)
  expect(await transact((tx) => undoImport(tx, clerk, id))).toEqual({ ok: false, reason: 'already-moved' })
})

test('what somebody has worked on is not taken back with its table', async () => {
  const id = await kept(tableOf(row(1), row(2)))
  await transact((tx) => commitImport(tx, clerk, id))
  const [first] = (await readImport(db, id))!.projectIds
  expect(await transact((tx) => changeStatus(tx, clerk, first!, { status: 'completed', on: '2020-01-01', source: 'press', sourceText: null, ja: null, zh: null, public: true }))).toEqual({ ok: true })
  expect(await transact((tx) => undoImport(tx, clerk, id))).toEqual({ ok: false, reason: 'touched' })
  expect((await db.select().from(projects).where(eq(projects.id, first!)))[0]!.region).toBe('CN-BJ')
})

test('what a survey, a report or a contact refers to is named and stays; the rest can be taken back', async () => {
  const id = await kept(tableOf(...Array.from({ length: 5 }, (_, at) => row(at + 101, { title: `残る事業 ${at}号` }).replace('节能项目之', '保留项目'))))
  expect(await transact((tx) => commitImport(tx, clerk, id))).toEqual({ ok: true })
  const ids = (await readImport(db, id))!.projectIds
  const parties = await Promise.all(ids.slice(0, 3).map(async (projectId) => (await partiesOfProject(db, projectId))[0]!))
  await transact(async (tx) => {
    const { versionId } = await addQuestionnaire(tx, clerk, { kind: 'follow-up', nameJa: '調査票', nameZh: '问卷', sections: [], published: true })
    const [round] = await tx.insert(surveyRounds).values({ kind: 'follow-up', versionId, nameJa: '調査', nameZh: '调查', year: 2026, rule: { statuses: [], fields: [], promising: false, picked: [] }, closesOn: '2099-01-01', grace: 0, remindOn: [], state: 'open', createdAt: now() }).returning()
    await tx.insert(surveyRecipients).values({ roundId: round!.id, projectId: ids[0]!, partyId: parties[0]!.id, locale: 'ja', how: 'none', state: 'not-sent', stateAt: now() })
    await takeReport(tx, { id: parties[1]!.id, projectId: ids[1]! }, { kind: 'unchanged', status: null, on: null, note: null }, 'ja', 'key-of-report')
    await addPartyContact(tx, clerk.id, parties[2]!, { person: '連絡係', role: null, email: 'held@party.example', phone: null, wechat: null, language: 'ja' })
  })
  expect(new Map((await heldProjects(db, ids)).map((held) => [held.id, held.by]))).toEqual(new Map([[ids[0], ['survey']], [ids[1], ['report']], [ids[2], ['touched', 'contact']]]))
  const before = await db.$count(projects)
  expect(await transact((tx) => undoImport(tx, clerk, id))).toEqual({ ok: false, reason: 'touched' })
  expect(await db.$count(projects)).toBe(before)
  expect(await transact((tx) => undoImport(tx, clerk, id, true))).toEqual({ ok: true })
  expect(await db.$count(projects)).toBe(before - 2)
  expect(new Set((await readImport(db, id))!.projectIds)).toEqual(new Set(ids.slice(0, 3)))
  expect(await transact((tx) => undoImport(tx, clerk, id, true))).toEqual({ ok: false, reason: 'touched' })
})

test('a file of old Windows is read by its headings', () => {
  const bytes = Uint8Array.from([0x8c, 0x8f, 0x96, 0xbc, 0x2c, 0x94, 0xad, 0x95, 0x5c, 0x93, 0xfa, 0x0d, 0x0a, 0x82, 0xa0, 0x2c, 0x31])
  expect(decodeTable(bytes, (heading) => memberOf(heading) !== null)).toEqual({ ok: true, text: '件名,発表日\r\nあ,1', encoding: 'shift_jis' })
})
