import { asc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { companies, fields, listings, technologies } from '#db/schema/catalogue.ts'
import { projectParties, projects } from '#db/schema/projects.ts'
import { seed } from '#db/seed.ts'
import { withdrawListing } from '#app/features/catalogue/revising/withdrawing.server.ts'
import { publicPage } from '#app/features/outreach/pages/public-page.server.ts'
import { qrAddress } from '#app/features/outreach/pages/qr-address.ts'
import { loader } from '#app/routes/resources/page-qr.ts'
import { env } from '#app/platform/env.server.ts'
import { locales } from '#app/platform/locale.ts'
import { qrPng, qrSvg } from '#app/platform/qr.server.ts'
import { officeFor } from '../../support/editors.ts'
import { readQr } from '../../support/qr.ts'

beforeAll(async () => {
  await transact((tx) => seed(tx, { demo: true }))
})

/** Asks for `/qr/…`, as the URL map takes the address apart. */
async function asked(address: string) {
  const [, , locale, ...rest] = address.split('/').map(decodeURIComponent)
  const [kind, file] = rest.length > 1 ? rest : [undefined, rest[0]]
  const answer = await loader({ request: new Request(`http://127.0.0.1${address}`), params: { locale, kind, file }, context: {} as never }).catch((error: unknown) => error as Response)
  return { status: answer.status, headers: answer.headers, png: Buffer.from(await answer.arrayBuffer()) }
}

test('every kind of public page has a code at its own address that opens it', async () => {
  const [[technology], [company], [field], [project], [party]] = await Promise.all([
    db.select({ slug: technologies.slug }).from(technologies).where(eq(technologies.state, 'published')).orderBy(asc(technologies.slug)),
    db.select({ slug: companies.slug }).from(companies).innerJoin(listings, eq(listings.companyId, companies.id)).where(eq(listings.live, true)),
    db.select().from(fields),
    db.select().from(projects).where(eq(projects.state, 'announced')),
    db.select().from(projectParties),
  ])
  const targets = ['', '/technologies', '/companies', '/fields', '/projects', '/needs', '/needs/new', '/about', '/join', `/technologies/${technology!.slug}`, `/companies/${company!.slug}`, `/technologies?field=${field!.id}`, `/projects/${project!.slug}`, `/projects/parties/${party!.partyKey}`]
  for (const locale of locales) {
    for (const target of targets) {
      const address = qrAddress(locale, target)!
      const { status, headers, png } = await asked(address)
      expect([status, headers.get('content-type')], address).toEqual([200, 'image/png'])
      expect(headers.get('cache-control')).toMatch(/^public, max-age=\d{6,}/)
      expect(await readQr(png), address).toBe(`${env.originOf[locale]}/${locale}${target}`)
      expect(await publicPage(db, locale, target), target).not.toBeNull()
    }
  }
})

test('no foreign address, private page or unpublished thing is ever drawn', async () => {
  const bad = ['/qr/zh/desk.png', '/qr/zh/account.png', '/qr/ja/receipts/abc.png', '/qr/en/home.png', '/qr/zh/technologies/none.png', '/qr/zh/fields/none.png', '/qr/zh/home.svg', '/qr/zh/https%3A%2F%2Fother.example.png', '/qr/zh/..%2Fdesk.png', '/qr/zh/%2F%2Fother.example/x.png', '/qr/zh/technologies/%3Fq.png', '/qr/zh/constructor/x.png', '/qr/zh/technologies/%25.png']
  for (const address of bad) expect((await asked(address)).status, address).toBe(404)
  expect(qrAddress('zh', '/technologies?q=余热')).toBeNull()
  const [row] = await db.select().from(technologies).where(eq(technologies.slug, 'demo-orc-low-temp'))
  expect((await asked('/qr/zh/technologies/demo-orc-low-temp.png')).status).toBe(200)
  const office = await officeFor(row!.companyId)
  await transact((tx) => withdrawListing(tx, office, row!.id))
  expect((await asked('/qr/zh/technologies/demo-orc-low-temp.png')).status).toBe(404)
})

test('the drawing for print says the same as the picture', async () => {
  const address = 'https://zh.databank.example/zh/technologies/a-rather-long-name-of-a-technology-of-a-firm'
  expect(await readQr(await qrPng(address))).toBe(address)
  expect(await readQr(await qrPng(address, { scale: 24, margin: 4 }))).toBe(address)
  const sharp = (await import('sharp')).default
  expect(await readQr(await sharp(Buffer.from(qrSvg(address)), { density: 600 }).resize(400).png().toBuffer())).toBe(address)
})
