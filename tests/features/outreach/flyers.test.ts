import { eq } from 'drizzle-orm'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import sharp from 'sharp'
import { beforeAll, expect, test, vi } from 'vitest'
import { db, transact } from '#db/index.ts'
import { seed } from '#db/seed.ts'
import { companies, technologies, type ListingContent } from '#db/schema/catalogue.ts'
import { ledger, outbox } from '#db/schema/platform.ts'
import { blankContent } from '#app/features/catalogue/content.ts'
import { readTechnology } from '#app/features/catalogue/data.server.ts'
import { publishListing } from '#app/features/catalogue/mutations.server.ts'
import { withdrawListing } from '#app/features/catalogue/revising/withdrawing.server.ts'
import { makeCollection, readCollection, removeCollection, titleTrouble } from '#app/features/outreach/flyers/collections.server.ts'
import { FLOOR } from '#app/features/outreach/flyers/drafting.server.ts'
import { collectionForm } from '#app/features/outreach/flyers/flyer-form.ts'
import { addLogo, drawnLogo, listLogos, readLogo } from '#app/features/outreach/flyers/logos.server.ts'
import { flyerLetters, mailFlyer, mayMail } from '#app/features/outreach/flyers/mailing.server.ts'
import { printFlyer, troubleOf } from '#app/features/outreach/flyers/printing.server.ts'
import { flyerSubject, type FlyerKind } from '#app/features/outreach/flyers/subjects.server.ts'
import { technologySheet } from '#app/features/outreach/flyers/technology-sheet.server.ts'
import { openCompositor } from '#app/platform/lettering/setting.server.ts'
import type { Part } from '#app/platform/paper/paper.ts'
import { loader as flyerFile } from '#app/routes/resources/flyer.ts'
import { listedCompany } from '../../support/catalogue.ts'
import { officeFor } from '../../support/editors.ts'
import { secretary } from '../../support/people.ts'
import { readQr } from '../../support/qr.ts'

// Settings are read when the first part of the site is loaded.
vi.hoisted(() => {
  process.env.ORIGIN_ZH = 'https://zh.own.example'
})

const MOST_BYTES = 200 * 1024
const both = (ja: string, zh = ja) => ({ ja, zh })
const content: ListingContent = {
  ...blankContent(),
  name: both('髙効率Ⅲ型CO₂回収装置', '高效Ⅲ型CO₂捕集装置'),
  summary: both('毎時5,000 ㎥の排ガスから80 ℃でCO₂を回収します。', '每小时处理5000㎥烟气，在80℃下捕集CO₂。'),
  problem: both('排ガスの処理に困っている。', '烟气处理困难。'),
  fields: ['energy-efficiency'],
  indicators: [{ name: both('処理量', '处理量'), value: 5000, unit: '㎥/h', baseline: both('従来3,000', '原来3000'), conditions: both('25 ℃', '25℃') }],
  savings: [{ kind: 'co2', value: 1200, unit: 't/year', basis: both('1基あたり', '每台') }],
  installations: [{ country: 'CN', region: 'CN-JS', year: 2024, count: 2, since: null, note: both('製鉄所', '钢铁厂') }],
  cooperation: ['sale', 'licence'],
  stage: 'commercial',
}

const publish = async (id: string, given: Partial<ListingContent> = {}) => {
  const published = await transact((tx) => publishListing(tx, { technologyId: id, companyId: 'kumo', content: { ...content, ...given }, authorId: null }))
  if (!published.ok) throw new Error(published.reason)
}
const slugOf = async (id: string) => {
  const [row] = await db.select().from(technologies).where(eq(technologies.id, id))
  return row!.slug
}
const asked = async (kind: FlyerKind, file: string, query = '', headers = {}) =>
  flyerFile({ request: new Request(`http://127.0.0.1/flyers/${kind}/${file}${query}`, { headers }), params: { kind, file }, context: {} } as never)
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())
const status = (answer: Promise<Response>) => answer.then((one) => one.status, (thrown: unknown) => (thrown as Response).status)

async function opened(pdf: Buffer) {
  const document = await getDocument({ data: new Uint8Array(pdf), disableFontFace: true, useSystemFonts: false, verbosity: 0 }).promise
  const texts = await Promise.all(Array.from({ length: document.numPages }, async (_, at) => (await (await document.getPage(at + 1)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('')))
  return { document, texts, raw: pdf.toString('latin1') }
}

let contact: { name: string; email: string | null; phone: string }
beforeAll(async () => {
  await transact((tx) => seed(tx, { demo: false }))
  contact = (await listedCompany('kumo')).contact
  await publish('sheet')
  await transact((tx) => tx.update(companies).set({ profileJa: '見本の会社です。', profileZh: '样例企业。' }).where(eq(companies.id, 'kumo')).returning())
})

test('a flyer is real text in both languages, the reader’s first, tagged, with title and language, and small', async () => {
  const slug = await slugOf('sheet')
  for (const locale of ['ja', 'zh'] as const) {
    const answer = await asked('technologies', `${slug}.${locale}.pdf`)
    expect(answer.headers.get('content-disposition')).toContain('inline')
    const pdf = await bytesOf(answer)
    expect(pdf.length).toBeLessThan(MOST_BYTES)
    const { document, texts, raw } = await opened(pdf)
    expect(document.numPages).toBe(1)
    for (const words of ['髙効率Ⅲ型CO₂回収装置', '高效Ⅲ型CO₂捕集装置', '5,000 ㎥/h', '従来3,000', '原来3000', '80 ℃', '钢铁厂', 'kumo見本株式会社', 'kumo样本公司']) expect(texts[0], words).toContain(words)
    expect(texts[0]!.indexOf('髙効率') < texts[0]!.indexOf('高效')).toBe(locale === 'ja')
    const { info } = (await document.getMetadata()) as { info: { Title?: string; Language?: string } }
    expect(info).toMatchObject({ Title: content.name[locale], Language: locale === 'ja' ? 'ja' : 'zh-Hans' })
    expect(raw).toMatch(/\/Marked true/)
    expect(raw).toMatch(/\/DisplayDocTitle true/)
    const structure = JSON.stringify(await (await document.getPage(1)).getStructTree())
    for (const role of ['H1', 'H2', 'Table', 'TH', 'TD', 'Figure']) expect(structure).toContain(`"${role}"`)
  }
})

test('no contact of a firm is on any flyer', async () => {
  const files: [FlyerKind, string][] = [['technologies', await slugOf('sheet')], ['companies', 'kumo'], ['fields', 'energy-efficiency'], ['site', 'databank']]
  for (const [kind, name] of files) {
    const { texts } = await opened(await bytesOf(await asked(kind, `${name}.ja.pdf`)))
    expect(texts.join('').length, kind).toBeGreaterThan(100)
    for (const secret of [contact.name, contact.email!, contact.phone]) expect(texts.join('')).not.toContain(secret)
  }
})

test('its picture has the code of its page, and ink in both columns', async () => {
  const slug = await slugOf('sheet')
  const png = await bytesOf(await asked('technologies', `${slug}.zh.png`))
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1080 })
  expect(await readQr(await sharp(png).extract({ left: 60, top: 1320, width: 180, height: 160 }).toBuffer())).toBe(`https://zh.own.example/zh/technologies/${slug}`)
  for (const left of [80, 565]) {
    const column = await sharp(png).extract({ left, top: 360, width: 430, height: 500 }).greyscale().raw().toBuffer()
    expect(column.filter((value) => value < 128).length).toBeGreaterThan(2_000)
  }
})

test('whatever it says, nothing runs into the foot of the sheet', async () => {
  const long = (ja: string, zh: string, n: number) => both(ja.repeat(n), zh.repeat(n))
  const compositor = await openCompositor()
  const base = await readTechnology(db, await slugOf('sheet'))
  const lowest = (parts: Part[]): number => Math.max(0, ...parts.flatMap((part) => [lowest(part.parts ?? []), ...part.marks.map((mark) => (mark.kind === 'lines' && mark.y < FLOOR ? mark.y + Math.max(0, ...mark.lines.map((line) => line.y)) : 0))]))
  for (const n of [1, 12, 60]) {
    const many = <T>(one: T) => Array.from({ length: n }, () => one)
    const given = { ...content, name: long('長い名称の装置', '名称很长的装置', Math.min(n, 14)), problem: long('困りごと。', '困难。', n * 4), principle: long('しくみ。', '原理。', n * 4), advantage: long('よい。', '好。', n * 6), indicators: many(content.indicators[0]!), savings: many(content.savings[0]!), installations: many(content.installations[0]!), cooperation: ['sale', 'licence', 'service'] as ListingContent['cooperation'] }
    const sheet = technologySheet({ compositor, first: 'ja' }, { technology: { ...base!, content: given }, fields: [], picture: null }, null)
    expect(lowest(sheet), String(n)).toBeLessThanOrEqual(FLOOR)
  }
})

test('a text in one language alone is printed as it is, and says so', async () => {
  await publish('single', { name: { ja: null, zh: '仅有中文的装置' }, problem: { ja: null, zh: '仅有中文的问题。' } })
  const { texts } = await opened(await bytesOf(await asked('technologies', `${await slugOf('single')}.ja.pdf`)))
  expect(texts[0]).toContain('仅有中文的装置')
  expect(texts[0]).toContain('原文のまま')
})

test('a character that no font has is named, in the answer and on the page; nothing blank is printed', async () => {
  await publish('odd', { summary: both('未知の\ue123文字', '未知的\ue123字') })
  const slug = await slugOf('odd')
  const answer = await asked('technologies', `${slug}.zh.pdf`)
  expect(answer.status).toBe(500)
  expect(await answer.text()).toMatch(/U\+E123/)
  expect(await troubleOf((await flyerSubject(db, 'technologies', slug, 'zh'))!, 'zh', null)).toMatchObject({ code: 'U+E123' })
})

test('what is asked again unchanged is not sent again; what is withdrawn is gone at once', async () => {
  await publish('gone')
  const slug = await slugOf('gone')
  const first = await asked('technologies', `${slug}.ja.png`)
  const etag = first.headers.get('etag')!
  expect(first.headers.get('cache-control')).toBe('public, no-cache')
  expect((await asked('technologies', `${slug}.ja.png`, '', { 'If-None-Match': etag })).status).toBe(304)
  const office = await officeFor('kumo')
  await transact((tx) => withdrawListing(tx, office, 'gone'))
  expect(await status(asked('technologies', `${slug}.ja.png`, '', { 'If-None-Match': etag }))).toBe(404)
  for (const file of ['nothing.ja.pdf', 'sheet.en.pdf', 'sheet.ja.gif', '../sheet.ja.pdf']) expect(await status(asked('technologies', file)), file).toBe(404)
  expect(await status(asked('site', 'other.ja.pdf'))).toBe(404)
})

test('a catalogue for a meeting: a cover with its own code, a sheet each, page numbers, and only what is public', async () => {
  await publish('second', { name: both('二つ目の装置', '第二台装置') })
  await publish('leaving', { name: both('去る装置', '离开的装置') })
  const code = await transact((tx) => makeCollection(tx, { title: '江苏对接会资料', language: 'zh', technologyIds: ['second', 'leaving', 'sheet'] }))
  expect(code).toMatch(/^[a-z2-9]{16}$/)
  const office = await officeFor('kumo')
  await transact((tx) => withdrawListing(tx, office, 'leaving'))
  const pdf = await bytesOf(await asked('collections', `${code}.zh.pdf`))
  const { document, texts } = await opened(pdf)
  expect(document.numPages).toBe(3)
  expect(pdf.length).toBeLessThan(3 * MOST_BYTES)
  expect(texts[0]).toContain('江苏对接会资料')
  expect(texts[0]!.indexOf('第二台装置')).toBeLessThan(texts[0]!.indexOf('高效Ⅲ型'))
  expect(texts.join('')).not.toContain('离开的装置')
  expect(texts.map((text) => /\d \/ \d/.exec(text)?.[0])).toEqual(['1 / 3', '2 / 3', '3 / 3'])
  const png = await bytesOf(await asked('collections', `${code}.zh.png`))
  expect(await readQr(await sharp(png).extract({ left: 60, top: 1320, width: 180, height: 160 }).toBuffer())).toBe(`https://zh.own.example/zh/collections/${code}`)
  const clerk = await secretary()
  const { id } = (await readCollection(db, code))!
  expect(await transact((tx) => removeCollection(tx, clerk, id))).toBe(true)
  expect(await status(asked('collections', `${code}.zh.pdf`))).toBe(404)
  expect((await db.select().from(ledger).where(eq(ledger.subject, `collection:${id}`))).map((row) => row.verb)).toEqual(['collection-made', 'collection-removed'])
})

test('a title can be printed and holds no way to reach anybody', async () => {
  expect(await titleTrouble('第19回フォーラム Ⅲ')).toBeNull()
  expect(await titleTrouble('会議🎉')).toBe('unprintable')
  expect(collectionForm.safeParse({ title: '江苏考察 13800138000' }).error?.issues[0]?.message).toBe('contact')
  expect(collectionForm.safeParse({ title: '第19届中日节能环保综合论坛 江苏企业对接会' }).success).toBe(true)
})

test('a partner’s logo stands on the sheet; what is no picture is refused', async () => {
  const clerk = await secretary()
  const picture = await sharp({ create: { width: 400, height: 100, channels: 3, background: '#a02020' } }).extend({ top: 60, bottom: 60, left: 60, right: 60, background: '#ffffff' }).png().toBuffer()
  const drawn = (await drawnLogo(picture))!
  expect(drawn).toMatchObject({ width: 400, height: 100 })
  await transact((tx) => addLogo(tx, clerk, { ...drawn, name: '江苏商会' }))
  const [logo] = await listLogos(db)
  const png = await bytesOf(await asked('site', 'databank.zh.png', `?partner=${logo!.id}`))
  const [r, g, b] = await sharp(png).extract({ left: 900, top: 60, width: 1, height: 1 }).removeAlpha().raw().toBuffer()
  expect(r! > 120 && g! < 80 && b! < 80).toBe(true)
  expect(await readLogo(db, 'nobody')).toBeNull()
  for (const bad of [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), Buffer.from('no picture')]) expect(await drawnLogo(bad)).toBeNull()
})

test('one letter with the link; nobody’s inbox is filled', async () => {
  const subject = (await flyerSubject(db, 'technologies', await slugOf('sheet'), 'zh'))!
  await transact((tx) => mailFlyer(tx, { email: 'wang@plant.example', locale: 'zh', page: '/technologies/x/flyer', name: subject.name }))
  const [letter] = await db.select().from(outbox).where(eq(outbox.recipient, 'wang@plant.example'))
  expect(await flyerLetters.flyer!(db, letter!, 'zh')).toMatchObject({ link: { url: 'https://zh.own.example/zh/technologies/x/flyer' } })
  expect(JSON.stringify(await db.select().from(ledger).where(eq(ledger.verb, 'flyer-mailed')))).not.toContain('wang')
  const allowed = []
  for (let n = 0; n < 5; n++) allowed.push(await mayMail(`10.0.0.${n}`, 'full@plant.example'))
  expect(allowed).toEqual([true, true, true, false, false])
})

test('many asked at once are made one after another, each once', async () => {
  const subject = (await flyerSubject(db, 'companies', 'kumo', 'zh'))!
  const made = await Promise.all(Array.from({ length: 6 }, () => printFlyer(subject, 'zh', null, 'pdf')))
  expect(new Set(made.map((one) => one.ok && one.bytes)).size).toBe(1)
})
