import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { eq, isNotNull, isNull } from 'drizzle-orm'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { companies, fields, listings, technologies } from '#db/schema/catalogue.ts'
import { seed } from '#db/seed.ts'
import { withdrawListing } from '#app/features/catalogue/revising/withdrawing.server.ts'
import { takeInquiry } from '#app/features/inquiries/brokering.server.ts'
import { needOf, saveNeed } from '#app/features/inquiries/needs/drafting.server.ts'
import { publicationHash } from '#app/features/inquiries/needs/publication-words.server.ts'
import { agreeToPublication, publishNeed, takeNeedBack } from '#app/features/inquiries/needs/publishing.server.ts'
import { publicPage } from '#app/features/outreach/pages/public-page.server.ts'
import { drawPoster, HEIGHT, WIDTH, type Poster } from '#app/features/outreach/posters/drawing.server.ts'
import { posterOf, type PosterKind } from '#app/features/outreach/posters/subjects.server.ts'
import { loader as posterFile } from '#app/routes/resources/poster.ts'
import { days, now, today } from '#app/platform/clock.ts'
import { env } from '#app/platform/env.server.ts'
import { MissingGlyph } from '#app/platform/lettering/faces.server.ts'
import { locales, type Locale } from '#app/platform/locale.ts'
import { officeFor } from '../../support/editors.ts'
import { filledForm, opened } from '../../support/inquiries.ts'
import { secretary } from '../../support/people.ts'
import { readQr } from '../../support/qr.ts'

const MOST_BYTES = 250 * 1024
beforeAll(async () => {
  await transact((tx) => seed(tx, { demo: true }))
})

/** Asks for the file as a browser does: its status, and its bytes. */
async function asked(kind: string, file: string, query = '') {
  const answer = await posterFile({ request: new Request(`http://127.0.0.1/posters/${kind}/${file}${query}`), params: { kind, file }, context: {} as never }).catch((error: unknown) => error as Response)
  return { status: answer.status, type: answer.headers.get('content-type'), cache: answer.headers.get('cache-control'), png: Buffer.from(await answer.arrayBuffer()) }
}

/** The share of dark pixels in a part of a picture. */
async function ink(png: Buffer, area: { left: number; top: number; width: number; height: number }): Promise<number> {
  const pixels = await sharp(png).extract(area).greyscale().raw().toBuffer()
  return pixels.filter((value) => value < 140).length / pixels.length
}
const HEADLINE = { left: 72, top: 756, width: 936, height: 350 }
const LINE = { left: 72, top: 1112, width: 600, height: 150 }
const MARGINS = [{ left: 0, top: 760, width: 66, height: 680 }, { left: 1016, top: 760, width: 64, height: 680 }, { left: 0, top: 1392, width: WIDTH, height: 48 }]

/** The page that the code on a poster opens; all of the poster is as it should be. */
async function opens(kind: PosterKind, name: string, locale: Locale): Promise<string> {
  const { status, type, png } = await asked(kind, `${name}.${locale}.png`)
  expect([status, type], name).toEqual([200, 'image/png'])
  expect(await sharp(png).metadata()).toMatchObject({ width: WIDTH, height: HEIGHT, format: 'png' })
  expect(png.length, name).toBeLessThanOrEqual(MOST_BYTES)
  expect(await ink(png, HEADLINE), name).toBeGreaterThan(0.02)
  expect(await ink(png, LINE), name).toBeGreaterThan(0.02)
  for (const margin of MARGINS) expect(await ink(png, margin), name).toBe(0)
  const address = new URL(await readQr(png))
  expect(address.origin).toBe(env.originOf[locale])
  expect(address.pathname.startsWith(`/${locale}/`)).toBe(true)
  const target = (address.pathname + address.search).slice(3)
  expect(await publicPage(db, locale, target), name).toMatchObject({ locale, target })
  return target
}

const every = <T>(rows: readonly T[], nth: number) => rows.filter((_, at) => at % nth === 0)
const longest = <T>(rows: readonly T[], lengthOf: (row: T) => number) => [...rows].sort((a, b) => lengthOf(b) - lengthOf(a)).slice(0, 2)

test('posters of technologies, the longest names among them, open the page of the technology in the language of the poster', async () => {
  const rows = await db.select({ slug: technologies.slug, card: listings.card }).from(technologies).innerJoin(listings, eq(listings.technologyId, technologies.id)).where(eq(listings.live, true)).orderBy(technologies.slug)
  for (const locale of locales) {
    const some = [...every(rows, 24), ...longest(rows, (row) => row.card.name[locale]?.length ?? 0)]
    for (const { slug } of some) expect(await opens('technologies', slug, locale)).toBe(`/technologies/${slug}`)
  }
})

test('posters of companies open the page of the company', async () => {
  const rows = (await db.select().from(companies).innerJoin(listings, eq(listings.companyId, companies.id)).where(eq(listings.live, true)).orderBy(companies.slug)).map((row) => row.companies)
  for (const locale of locales) {
    const some = [...every(rows, 40), ...longest(rows, (row) => (locale === 'ja' ? row.nameJa : row.nameZh)?.length ?? 0)]
    for (const { slug } of some) expect(await opens('companies', slug, locale)).toBe(`/companies/${slug}`)
  }
})

test('posters of fields open the list of the field, of whole fields and of parts', async () => {
  const [tops, parts] = [await db.select().from(fields).where(isNull(fields.parentId)), await db.select().from(fields).where(isNotNull(fields.parentId))]
  for (const locale of locales) for (const { id } of [...every(tops, 4), ...every(parts, 12)]) expect(await opens('fields', id, locale)).toBe(`/technologies?field=${id}`)
})

test('the poster of a need opens the need, and is gone with it', async () => {
  const clerk = await secretary()
  const { id } = await opened([], { form: filledForm({ kind: 'need' }) })
  await transact((tx) => takeInquiry(tx, clerk, id))
  const form = { titleJa: 'セメント工場の排熱を使いたい', titleZh: '希望利用水泥厂余热', textJa: '200℃の排ガスから電気を得る方法を探しています。', textZh: '寻找利用200℃烟气发电的方法。', fields: ['waste-heat'], organisationKind: 'enterprise', region: 'CN-SD', size: '100-999', closesOn: today(new Date(now().getTime() + days(30))) } as const
  await transact((tx) => saveNeed(tx, clerk, id, { ...form, fields: [...form.fields] }))
  const need = (await needOf(db, id))!
  expect((await asked('needs', `${need.slug}.zh.png`)).status).toBe(404)
  await transact((tx) => agreeToPublication(tx, id, publicationHash(need, 'zh'), 'zh'))
  expect(await transact((tx) => publishNeed(tx, clerk, id))).toEqual({ ok: true })
  for (const locale of locales) expect(await opens('needs', need.slug, locale)).toBe(`/needs/${need.slug}`)
  await transact((tx) => takeNeedBack(tx, clerk, id, 'closed'))
  expect((await asked('needs', `${need.slug}.zh.png`)).status).toBe(404)
})

test('what the public does not see has no poster, from the next request on', async () => {
  const [row] = await db.select().from(technologies).where(eq(technologies.slug, 'demo-orc-low-temp'))
  expect((await asked('technologies', 'demo-orc-low-temp.zh.png')).status).toBe(200)
  const office = await officeFor(row!.companyId)
  expect(await transact((tx) => withdrawListing(tx, office, row!.id))).toEqual({ ok: true })
  for (const [kind, file] of [['technologies', 'demo-orc-low-temp.zh.png'], ['technologies', 'none.zh.png'], ['technologies', 'x.en.png'], ['technologies', 'x.zh.jpg'], ['fields', 'none.ja.png'], ['companies', 'none.ja.png'], ['needs', 'none.ja.png'], ['desk', 'x.ja.png'], ['constructor', 'x.ja.png']] as const)
    expect((await asked(kind, file)).status, kind + file).toBe(404)
})

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"/>'
const poster = (given: Partial<Poster>): Poster => ({ locale: 'ja', eyebrow: null, name: { text: '名', lang: 'ja' }, by: null, line: null, picture: { svg }, address: 'https://own.example/ja', ...given })

test('units, formulas and rare letters are drawn in both languages; what no font has stops the drawing', async () => {
  const empty = await ink(await drawPoster(poster({ name: { text: ' ', lang: 'ja' } })), HEADLINE)
  expect(empty).toBe(0)
  for (const lang of locales)
    for (const text of ['㎥', 'CO₂', '℃', 'Ⅲ', '髙', '﨑']) {
      const png = await drawPoster(poster({ locale: lang, name: { text, lang }, line: { text, lang } }))
      expect(await ink(png, HEADLINE), text).toBeGreaterThan(0.0005)
      expect(await ink(png, LINE), text).toBeGreaterThan(0.0005)
    }
  await expect(drawPoster(poster({ name: { text: '技術\u{1f331}', lang: 'ja' } }))).rejects.toThrow(MissingGlyph)
})

test('whatever its length, a name stays within its place', async () => {
  for (const text of ['高'.repeat(200), `${'Superheated-steam '.repeat(12)}ORC`, '超高効率'.repeat(9), 'W'.repeat(120)]) {
    const png = await drawPoster(poster({ eyebrow: text, name: { text, lang: 'ja' }, by: { text, lang: 'ja' }, line: { text, lang: 'ja' } }))
    for (const margin of MARGINS) expect(await ink(png, margin), text).toBe(0)
    expect(await ink(png, { left: 0, top: 750, width: WIDTH, height: 6 }), text).toBe(0)
    expect(await readQr(png)).toBe('https://own.example/ja')
  }
})

test('a photograph takes the place of the drawing, and stays small enough to be passed on', async () => {
  const noise = Buffer.from(Array.from({ length: 300 * 200 * 3 }, (_, at) => (at * 7919 + ((at * at) % 251)) % 256))
  const photo = join(env.dataDir, 'photo.webp')
  await mkdir(env.dataDir, { recursive: true })
  await writeFile(photo, await sharp(noise, { raw: { width: 300, height: 200, channels: 3 } }).resize(1600, 1066).webp().toBuffer())
  const png = await drawPoster(poster({ picture: { svg, photo } }))
  expect(png.length).toBeLessThanOrEqual(MOST_BYTES)
  expect((await sharp(png).extract({ left: 100, top: 300, width: 200, height: 200 }).stats()).isOpaque).toBe(true)
  expect((await sharp(png).extract({ left: 100, top: 300, width: 200, height: 200 }).greyscale().stats()).channels[0]!.stdev).toBeGreaterThan(4)
  expect(await readQr(png)).toBe('https://own.example/ja')
  expect(await drawPoster(poster({ picture: { svg, photo: `${photo}.gone` } }))).toBeInstanceOf(Buffer)
})

test('a poster that shows the same is the same picture for good; with an old address it is asked for again', async () => {
  const { poster: shown } = (await posterOf(db, 'fields', 'waste-heat', 'zh'))!
  const { posterKey } = await import('#app/features/outreach/posters/serving.server.ts')
  expect((await asked('fields', 'waste-heat.zh.png', `?v=${posterKey(shown)}`)).cache).toBe('public, max-age=31536000, immutable')
  expect((await asked('fields', 'waste-heat.zh.png', '?v=old')).cache).toBe('public, max-age=300')
  expect(posterKey({ ...shown, address: 'https://elsewhere.example' })).not.toBe(posterKey(shown))
})
