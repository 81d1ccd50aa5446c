/** What search engines and readers' programs are told follows the catalogue at once: asked through the routes, changed through the mutations. */
import { beforeAll, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { db, transact } from '#db/index.ts'
import { companyContacts, fields, technologies } from '#db/schema/catalogue.ts'
import { blankContent } from '#app/features/catalogue/content.ts'
import { publishListing, unpublishListing } from '#app/features/catalogue/mutations.server.ts'
import { readLanding } from '#app/features/outreach/landing/landing.server.ts'
import { loader as feed } from '#app/routes/resources/feed.ts'
import { loader as sitemap } from '#app/routes/resources/sitemap.ts'
import { loader as robots } from '#app/routes/resources/robots.ts'
import { loader as embed } from '#app/routes/resources/embed.ts'
import { addresses } from '../../support/url-map.ts'
import { listedCompany } from '../../support/catalogue.ts'
import { readXml } from './xml.ts'

const context = { address: '', host: '', count: () => undefined, share: () => undefined }
const ask = async (route: (args: never) => Promise<unknown>, locale: string, file?: string, query = '') =>
  (await route({ request: new Request(`http://127.0.0.1/${locale}/x${query}`), params: { locale, ...(file === undefined ? {} : { file }) }, context } as never)) as Response
const text = async (...args: Parameters<typeof ask>) => (await ask(...args)).text()
const status = (...args: Parameters<typeof ask>) => ask(...args).then((answer) => answer.status, (thrown: Response) => thrown.status)

const steel = { ja: '製鉄所の高炉ガスの熱を捨てている。', zh: '钢铁企业的高炉煤气余热白白排放。' }
const hostile = '<script>&"\u0007 & 余热'
let contact: Record<string, string | null>

async function publish(id: string, content: Partial<ReturnType<typeof blankContent>>) {
  const published = await transact((tx) => publishListing(tx, { technologyId: id, companyId: 'finder', content: { ...blankContent(), ...content }, authorId: null }))
  if (!published.ok) throw new Error(published.reason)
  const [row] = await db.select({ slug: technologies.slug }).from(technologies).where(eq(technologies.id, id))
  return row!.slug
}
const texts = (name: string) => ({ name: { ja: `${name}技術`, zh: `${name}技术` }, summary: { ja: `${name}の要約`, zh: `${name}的摘要` }, fields: ['heat'] })

beforeAll(async () => {
  await transact((tx) =>
    tx.insert(fields).values([
      { id: 'energy', parentId: null, position: 1, ja: '省エネルギー', zh: '节能', en: 'Energy' },
      { id: 'heat', parentId: 'energy', position: 2, ja: '排熱回収', zh: '余热回收', en: 'Heat' },
      { id: 'steel', parentId: 'energy', position: 3, ja: '鉄鋼', zh: '钢铁', en: 'Steel' },
    ]),
  )
  contact = (await listedCompany('finder')).contact
})

test('sitemaps hold what is public and written in the language, on the next request', async () => {
  const both = await publish('both', texts('両方'))
  const onlyJa = await publish('only-ja', { ...texts('片方'), name: { ja: '片方', zh: null } })
  const ja = readXml(await text(sitemap, 'ja', 'technologies-1.xml')).filter((one) => one.name === 'loc').map((one) => one.text)
  const zh = readXml(await text(sitemap, 'zh', 'technologies-1.xml')).filter((one) => one.name === 'loc').map((one) => one.text)
  expect(ja.map((address) => new URL(address).pathname).sort()).toEqual([`/ja/technologies/${both}`, `/ja/technologies/${onlyJa}`].sort())
  expect(zh.map((address) => new URL(address).pathname)).toEqual([`/zh/technologies/${both}`])
  expect(await text(feed, 'zh', 'heat.atom')).toContain(`/zh/technologies/${both}`)

  await transact((tx) => unpublishListing(tx, { technologyId: 'both', authorId: null }))
  expect(await status(sitemap, 'zh', 'technologies-1.xml')).toBe(404)
  expect(await text(sitemap, 'ja', 'technologies-1.xml')).not.toContain(`/${both}<`)
  for (const file of ['technologies.atom', 'heat.atom', 'energy.atom']) for (const locale of ['ja', 'zh']) expect(await text(feed, locale, file)).not.toContain(both)
  expect(await text(embed, 'zh')).not.toContain(both)
  await transact((tx) => unpublishListing(tx, { technologyId: 'only-ja', authorId: null }))
})

test('the index names every file that is there, each with its last change', async () => {
  await publish('indexed', texts('索引'))
  const index = readXml(await text(sitemap, 'zh'))
  expect(index[0]).toMatchObject({ name: 'sitemapindex', attributes: { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' } })
  const files = index.filter((one) => one.name === 'loc').map((one) => new URL(one.text).pathname)
  expect(files).toContain('/zh/sitemaps/technologies-1.xml')
  for (const file of files) {
    const urls = readXml(await text(sitemap, 'zh', file.split('/').at(-1)))
    expect(urls.filter((one) => one.name === 'loc').every((one) => new URL(one.text).pathname.startsWith('/zh'))).toBe(true)
    for (const one of urls) if (one.name === 'lastmod') expect(Date.parse(one.text), one.text).not.toBeNaN()
  }
  for (const wrong of ['technologies-2.xml', 'technologies-0.xml', 'secrets-1.xml', 'toString-1.xml', 'technologies-1']) expect(await status(sitemap, 'zh', wrong), wrong).toBe(404)
  await transact((tx) => unpublishListing(tx, { technologyId: 'indexed', authorId: null }))
})

test('feeds are valid Atom, newest first, whatever a name holds, and an entry keeps its id', async () => {
  await publish('older', texts('古い'))
  await publish('newer', { ...texts('新しい'), name: { ja: hostile, zh: hostile } })
  const read = async () => readXml(await text(feed, 'zh', 'heat.atom'))
  const first = await read()
  expect(first[0]).toMatchObject({ name: 'feed', attributes: { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'zh-Hans' } })
  const of = (name: string, among = first) => among.filter((one) => one.name === name).map((one) => one.text)
  expect(of('title').slice(1)).toEqual(['<script>&" & 余热', '古い技术'])
  expect(of('id')).toHaveLength(3)
  for (const id of of('id')) expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(of('updated')).toHaveLength(3)
  for (const at of of('updated')) expect(new Date(at).toISOString()).toBe(at)
  expect(of('author')).toHaveLength(3)
  expect(of('name').slice(1)).toEqual(['finder样本公司', 'finder样本公司'])
  await publish('older', { ...texts('古い'), summary: { ja: '直した', zh: '改过' } })
  const ids = (among: typeof first) => of('id', among)
  expect(ids(await read())).toEqual(ids(first))
  expect(await status(feed, 'zh', 'nowhere.atom')).toBe(404)
  expect(readXml(await text(feed, 'zh', 'steel.atom')).some((one) => one.name === 'entry')).toBe(false)
})

test('the list for frames may be framed, and nothing else about it is open', async () => {
  const answer = await ask(embed, 'zh', undefined, '?field=heat&limit=1&theme=dark')
  const policy = answer.headers.get('content-security-policy')!
  expect(policy).toContain('frame-ancestors *')
  expect(policy).toContain("default-src 'none'")
  expect(answer.headers.has('set-cookie')).toBe(false)
  const page = await answer.text()
  expect(page).toContain('&lt;script&gt;&amp;&quot; &amp; 余热')
  expect(page).not.toMatch(/<script|<form|<img/)
  expect(page.match(/<li>/g)).toHaveLength(1)
  expect([...page.matchAll(/<a [^>]*>/g)].every(([link]) => link.includes('target="_top"') && /href="https?:/.test(link))).toBe(true)
  expect(Buffer.byteLength(await text(embed, 'zh', undefined, '?limit=20'))).toBeLessThan(16 * 1024)
  expect(await status(embed, 'zh', undefined, '?field=nowhere')).toBe(404)
  expect((await text(embed, 'zh', undefined, '?limit=999&theme=pink')).match(/<li>/g)).toHaveLength(2)
})

test('a field in an industry has a page where there are listings, in the languages they are written in', async () => {
  await publish('furnace', { ...texts('炉'), name: { ja: '炉頂圧回収', zh: null }, problem: steel, indicators: [{ name: { ja: '回収率', zh: '回收率' }, value: 40, unit: '%', baseline: { ja: null, zh: null }, conditions: { ja: null, zh: null } }] })
  const page = await readLanding(db, 'heat', 'steel', 'ja')
  expect(page).toMatchObject({ total: 1, twin: false, problems: [{ text: steel.ja }], figures: [{ figure: '回収率', value: '40 %' }] })
  expect(await readLanding(db, 'heat', 'steel', 'zh')).toBeNull()
  expect(await readLanding(db, 'heat', 'farming', 'ja')).toBeNull()
  // The field says it already.
  expect(await readLanding(db, 'steel', 'steel', 'ja')).toBeNull()
  expect((await readLanding(db, 'energy', 'steel', 'ja'))?.total).toBe(1)
  expect(await text(sitemap, 'ja', 'fields-1.xml')).toContain('/ja/fields/heat/steel<')
  expect(await text(sitemap, 'zh', 'fields-1.xml')).not.toContain('/zh/fields/heat/steel<')
  await transact((tx) => unpublishListing(tx, { technologyId: 'furnace', authorId: null }))
  expect(await readLanding(db, 'heat', 'steel', 'ja')).toBeNull()
  expect(await text(sitemap, 'ja', 'fields-1.xml')).not.toContain('steel')
})

test('every private room is closed to robots, every public one open', async () => {
  const body = await robots().text()
  const rules = [...body.matchAll(/^Disallow: (.+)$/gm)].map(([, path]) => new RegExp(`^${path!.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}`))
  const closed = (path: string) => rules.some((rule) => rule.test(path))
  const sample = (address: string) => address.replace(':locale', 'zh').replace(/:\w+/g, 'x')
  const PRIVATE = /^\/zh\/(desk|account|receipts|answers|releases|confirmations|titles|standing|surveys|event-surveys|resend|clips|inquiries)(\/|$)|:token|\/inquiry$/
  for (const address of addresses()) if (PRIVATE.test(sample(address)) || /:token/.test(address)) expect(closed(sample(address)), address).toBe(true)
  for (const path of ['/', '/zh', '/zh/technologies', '/ja/technologies/x', '/zh/fields/heat/steel', '/zh/companies/x', '/zh/needs', '/zh/projects/x', '/ja/join', '/zh/data', '/zh/sitemap.xml', '/zh/sitemaps/pages-1.xml', '/ja/feeds/technologies.atom', '/share/databank.jpg', '/media/x/y.webp'])
    expect(closed(path), path).toBe(false)
  expect([...body.matchAll(/^Sitemap: (.+)$/gm)].map(([, address]) => new URL(address!).pathname)).toEqual(['/ja/sitemap.xml', '/zh/sitemap.xml'])
})

test('no contact of anybody stands in what is handed out', async () => {
  const known = await db.select().from(companyContacts).where(eq(companyContacts.companyId, 'finder'))
  expect(known).toHaveLength(1)
  for (const locale of ['ja', 'zh']) {
    const all = (await Promise.all([text(feed, locale, 'technologies.atom'), text(embed, locale, undefined, '?limit=20'), text(sitemap, locale, 'companies-1.xml')])).join('\n')
    for (const secret of Object.values(contact)) if (secret) expect(all).not.toContain(secret)
  }
})
