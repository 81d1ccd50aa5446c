import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { asc, eq } from 'drizzle-orm'
import { now, today } from '#app/platform/clock.ts'
import { seedDemoAccounts } from '#app/features/accounts/demo.server.ts'
import { importCatalogue } from '#app/features/catalogue/interchange.server.ts'
import { freshUntil } from '#app/features/catalogue/revising/freshness.ts'
import { bumpVersion } from '#app/features/catalogue/version.server.ts'
import { seedDemoInquiries } from '#app/features/inquiries/demo.server.ts'
import { seedProjects } from '#app/features/projects/seeding.server.ts'
import type { Writer } from './index.ts'
import { companies, companyContacts, concepts, fields, technologies } from './schema/catalogue.ts'

const SEEDS = join(process.cwd(), 'db/seeds')
/** Rows of one statement: both engines limit the values it may carry. */
const BATCH = 500
/** A technology whose firm has a demo account; one of the demo inquiries is about it. */
const SHOWN_FIRMS = 'demo-orc-low-temp'

/** Fills a new database: taxonomy and terminology always, demo records and accounts when `demo`. */
export async function seed(tx: Writer, { demo }: { demo: boolean }): Promise<void> {
  await tx.insert(fields).values(readTaxonomy())
  const terms = readGlossary()
  for (let from = 0; from < terms.length; from += BATCH) await tx.insert(concepts).values(terms.slice(from, from + BATCH))
  await bumpVersion(tx)
  if (!demo) return seedProjects(tx, JSON.parse(read('projects/forum15.json')) as Bundled)
  const done = await importCatalogue(tx, readRecords(), { author: null })
  if (!done.ok) throw new Error(`The bundled records are not good: ${JSON.stringify(done.problems)}`)
  await seedContacts(tx)
  const [shown] = await tx.select({ companyId: technologies.companyId }).from(technologies).where(eq(technologies.id, SHOWN_FIRMS))
  await seedDemoAccounts(tx, shown?.companyId ?? null)
  await seedDemoInquiries(tx)
  await seedProjects(tx, JSON.parse(read('projects/forum15.json')) as Bundled)
}

type Bundled = Parameters<typeof seedProjects>[1]

interface Field {
  id: string
  ja: string
  zh: string
  en: string
  children?: Field[]
}

const read = (name: string) => readFileSync(join(SEEDS, name), 'utf8')

function readTaxonomy() {
  const { fields: tops } = JSON.parse(read('taxonomy.json')) as { fields: Field[] }
  const flat = tops.flatMap((top) => [{ ...top, parentId: null }, ...(top.children ?? []).map((child) => ({ ...child, parentId: top.id }))])
  return flat.map(({ id, parentId, ja, zh, en }, position) => ({ id, parentId, position, ja, zh, en }))
}

function readGlossary() {
  const updatedAt = now()
  const [, ...lines] = read('glossary.tsv').trimEnd().split('\n')
  return lines.map((line) => {
    const [id = '', ja, zh, en] = line.trimEnd().split('\t')
    const terms = (column = '') => column.split('|').filter(Boolean)
    return { id, ja: terms(ja), zh: terms(zh), en: terms(en), enabled: true, updatedAt }
  })
}

/** All catalogue files together, so that one may name a company of another. */
function readRecords() {
  const names = readdirSync(SEEDS).filter((name) => name.endsWith('.json') && name !== 'taxonomy.json').sort()
  const files = names.map((name) => JSON.parse(read(name)) as { companies?: unknown[]; technologies?: Dated[] })
  return { companies: files.flatMap((file) => file.companies ?? []), technologies: files.flatMap((file) => file.technologies ?? []).map(kept) }
}

interface Dated {
  verifiedOn?: string
  validUntil?: string
}

/** The bundled dates of invented records move on by whole years, so that a demo made later does not begin empty. */
function kept(record: Dated): Dated {
  const { verifiedOn, validUntil } = record
  if (!verifiedOn || !validUntil || validUntil > today()) return record
  return kept({ ...record, verifiedOn: freshUntil(verifiedOn), validUntil: freshUntil(validUntil) })
}

const people = ['太郎', '花子', '一郎', '桜', '次郎', '葵', '健', '楓']

/** Nobody: the demo can forward an inquiry, but no letter reaches a person. */
async function seedContacts(tx: Writer): Promise<void> {
  const firms = await tx.select({ id: companies.id, slug: companies.slug }).from(companies).orderBy(asc(companies.id))
  const rows = firms.map(({ id, slug }, at) => ({
    companyId: id,
    name: `見本 ${people[at % people.length]}`,
    department: '見本窓口',
    email: `contact.${slug}@example.com`,
    locale: 'ja',
    createdAt: now(),
  }))
  if (rows.length > 0) await tx.insert(companyContacts).values(rows)
}
