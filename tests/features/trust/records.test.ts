import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, engine, transact, type Writer } from '#db/index.ts'
import { conceptChanges } from '#db/schema/catalogue.ts'
import { contactExports, contactViews } from '#db/schema/inquiries.ts'
import { ledger } from '#db/schema/platform.ts'
import { addConcept } from '#app/features/catalogue/terminology.server.ts'
import type { Manager, Secretary } from '#app/features/accounts/gate.server.ts'
import { exportContacts } from '#app/features/trust/exporting.server.ts'
import { inquiryExportForm } from '#app/features/trust/form.ts'
import { readViews } from '#app/features/trust/viewed.server.ts'
import { viewContact } from '#app/features/inquiries/viewing.server.ts'
import { today } from '#app/platform/clock.ts'
import { action as sendFile, loader as lookAtFile } from '#app/routes/desk/trust/export-file.ts'
import { action as askFile } from '#app/routes/desk/trust/exports.tsx'
import { listedCompany, listedTechnology } from '../../support/catalogue.ts'
import { filledForm, opened } from '../../support/inquiries.ts'
import { manager, secretary, signedInRequest } from '../../support/people.ts'

let clerk: Secretary
let boss: Manager
let seen: Awaited<ReturnType<typeof opened>>
const all = { who: null, about: null, from: null, to: null, before: null }
const whole = { what: 'inquiries', from: '2020-01-01', to: '2099-12-31', state: 'all', reason: '年次の監査に提出するため' }

beforeAll(async () => {
  clerk = await secretary()
  boss = await manager()
  await listedCompany('alpha')
  await listedTechnology('heat', 'alpha')
  seen = await opened(['heat'], { form: filledForm({ organisation: '=HYPERLINK("http://x.example")', person: '+861380000', address: 'csv@plant.example' }) })
  await transact((tx) => viewContact(tx, clerk, seen.id))
})

/** Sends a statement as it stands, past everything that the house would say. */
const raw = (tx: Writer, statement: string) => {
  const handle = tx as unknown as { run?: (query: unknown) => unknown; execute?: (query: unknown) => Promise<unknown> }
  return engine === 'postgres' ? handle.execute!(sql.raw(statement)) : handle.run!(sql.raw(statement))
}

test('records are added to, never changed or taken away: the database itself refuses', async () => {
  await transact((tx) => exportContacts(tx, boss, inquiryExportForm.parse(whole), 'ja'))
  await transact((tx) => addConcept(tx, clerk, { ja: ['余熱'], zh: ['余热'], en: [] }))
  const tables = { ledger, contact_views: contactViews, contact_exports: contactExports, concept_changes: conceptChanges }
  for (const [name, table] of Object.entries(tables)) {
    const before = await db.$count(table)
    expect(before, name).toBeGreaterThan(0)
    const statements = [`update ${name} set id = id + 1000`, `delete from ${name}`, `delete from ${name} where id = 1`, ...(engine === 'postgres' ? [`truncate ${name}`, `truncate ${name} cascade`] : [])]
    for (const statement of statements) await expect(transact(async (tx) => raw(tx, statement)), statement).rejects.toSatisfy((error: Error) => /append-only/.test(`${error.message} ${String(error.cause)}`))
    expect(await db.$count(table)).toBe(before)
  }
})

test('a file of contacts leaves with its record: who, what, how many, why', async () => {
  const before = await db.$count(contactExports)
  const { body, name } = await transact((tx) => exportContacts(tx, boss, inquiryExportForm.parse(whole), 'ja'))
  expect(body.startsWith('\ufeff"受付番号"')).toBe(true)
  expect(body).toContain(seen.ticket)
  expect(body).toContain(`"'=HYPERLINK`)
  expect(body).toContain(`"'+861380000"`)
  expect(body).not.toMatch(/"[=+@]/)
  const rows = await db.select().from(contactExports)
  expect(rows.length).toBe(before + 1)
  expect(rows.at(-1)).toMatchObject({ actor: boss.id, what: 'inquiries', n: 1, reason: whole.reason, filter: { from: '2020-01-01', to: '2099-12-31', state: 'all', office: null } })
  expect(name).toBe(`inquiries-${today()}-${rows.at(-1)!.id}.csv`)
  const { views } = await readViews(db, { ...all, about: `export:${rows.at(-1)!.id}` })
  expect(views.map(({ name, fields }) => [name, fields])).toEqual([['manager', ['organisation', 'person', 'address']]])
})

const posted = async (role: 'manager' | 'secretary', fields: Record<string, string>) => {
  const { headers } = await signedInRequest(`${role}@office.example`, role)
  return { request: new Request('http://127.0.0.1/ja/desk/trust/exports/file', { method: 'POST', headers, body: new URLSearchParams(fields) }), params: { locale: 'ja' }, context: {} } as never
}

test('only a manager who says why gets a file, and only by sending the form', async () => {
  const before = await db.$count(contactExports)
  const short = (await askFile(await posted('manager', { ...whole, reason: '監査' }))) as { data: { kept: { errors: unknown; typed: unknown } }; init: { status: number } }
  expect([short.init.status, short.data.kept.errors, short.data.kept.typed]).toMatchObject([400, { reason: ['tooShort'] }, { reason: '監査', from: '2020-01-01' }])
  await expect(sendFile(await posted('manager', { ...whole, reason: '監査' }))).rejects.toMatchObject({ status: 400 })
  await expect(sendFile(await posted('secretary', whole))).rejects.toMatchObject({ status: 403 })
  await expect(askFile(await posted('secretary', whole))).rejects.toMatchObject({ status: 403 })
  const looked = (await lookAtFile({ request: await signedInRequest('manager@office.example', 'manager'), params: { locale: 'ja' }, context: {} } as never)) as Response
  expect(looked.headers.get('location')).toBe('/ja/desk/trust/exports')
  expect(await db.$count(contactExports)).toBe(before)
  const onwards = (await askFile(await posted('manager', whole))) as Response
  expect([onwards.status, onwards.headers.get('location')]).toEqual([307, '/ja/desk/trust/exports/file'])
  const file = (await sendFile(await posted('manager', whole)))
  expect([file.status, file.headers.get('content-disposition'), file.headers.get('cache-control')]).toEqual([200, expect.stringContaining('attachment'), 'no-store'])
  expect(await db.$count(contactExports)).toBe(before + 1)
})

test('a manager finds who looked at what, by person, case and period, page after page', async () => {
  for (let n = 0; n < 60; n++) await transact((tx) => viewContact(tx, clerk, seen.id))
  const mine = { ...all, about: seen.ticket, who: clerk.id }
  const first = await readViews(db, mine)
  expect(first.views.length).toBe(50)
  expect(first.views[0]).toMatchObject({ name: 'secretary', about: { kind: 'inquiry', label: seen.ticket }, fields: ['organisation', 'person', 'email'] })
  const second = await readViews(db, { ...mine, before: first.next })
  expect(second).toMatchObject({ next: null })
  expect(new Set([...first.views, ...second.views].map((view) => view.id)).size).toBe(61)
  expect((await readViews(db, { ...mine, from: today(), to: today() })).views.length).toBe(50)
  expect((await readViews(db, { ...mine, to: '2020-01-01' })).views).toEqual([])
  expect((await readViews(db, { ...mine, from: '2099-01-01' })).views).toEqual([])
  expect((await readViews(db, { ...mine, about: 'DB-1999-0001' })).views).toEqual([])
  expect((await readViews(db, { ...mine, who: 'nobody' })).views).toEqual([])
})
