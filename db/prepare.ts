import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { listings } from './schema/catalogue.ts'
import { facts } from './schema/platform.ts'
import { deriveListings } from '#app/features/catalogue/derivation.server.ts'
import { bumpVersion } from '#app/features/catalogue/version.server.ts'
import { installTemplates, type ReadyWords } from '#app/features/inquiries/conversation/templates.server.ts'
import { installSurveys, type BundledSurveys } from '#app/features/projects/surveys/seeding.server.ts'
import { db, migrate, transact } from './index.ts'
import { seed } from './seed.ts'

/** Migrations lie beside the sources; the start script sets the working folder to the checkout. */
const MIGRATIONS = join(process.cwd(), 'db/migrations')

/**
 * Brings the database to the present schema and, when this very call creates it, fills it: taxonomy and terminology
 * always, demo records and accounts unless `SEED=none`.
 */
export async function prepareDatabase(): Promise<{ seeded: boolean }> {
  await migrate(MIGRATIONS)
  await installReadyWords()
  await installReadySurveys()
  await renewMarks()
  const [known] = await db.select().from(facts).where(eq(facts.name, 'created'))
  if (known) return { seeded: false }
  const demo = process.env.SEED !== 'none'
  return transact(async (tx) => {
    const [mine] = await tx.insert(facts).values({ name: 'created', value: demo ? 'demo' : 'plain' }).onConflictDoNothing().returning()
    if (!mine) return { seeded: false }
    await seed(tx, { demo })
    return { seeded: demo }
  })
}

/** What listings are found by, as of this release: raised when a mark is added. */
const MARKS = 'industries'

/** Listings of an earlier release get the marks that came since; once per database. */
async function renewMarks(): Promise<void> {
  const [known] = await db.select().from(facts).where(eq(facts.name, 'marks'))
  if (known?.value === MARKS) return
  await transact(async (tx) => {
    const [mine] = await tx.insert(facts).values({ name: 'marks', value: MARKS }).onConflictDoUpdate({ target: facts.name, set: { value: MARKS } }).returning()
    const all = await tx.select({ id: listings.technologyId }).from(listings)
    if (mine && all.length > 0) await deriveListings(tx, all.map((row) => row.id), await bumpVersion(tx))
  })
}

/** The desk's starting set of ready words, once per database; afterwards they are the desk's own. */
async function installReadyWords(): Promise<void> {
  const [known] = await db.select().from(facts).where(eq(facts.name, 'templates'))
  if (known) return
  const set = JSON.parse(readFileSync(join(process.cwd(), 'db/seeds/desk/templates.json'), 'utf8')) as ReadyWords[]
  await transact(async (tx) => {
    const [mine] = await tx.insert(facts).values({ name: 'templates', value: String(set.length) }).onConflictDoNothing().returning()
    if (mine) await installTemplates(tx, set)
  })
}

/** The questionnaires to begin with, once per database; afterwards they are the desk's own. */
async function installReadySurveys(): Promise<void> {
  const [known] = await db.select().from(facts).where(eq(facts.name, 'surveys'))
  if (known) return
  const set = JSON.parse(readFileSync(join(process.cwd(), 'db/seeds/projects/surveys.json'), 'utf8')) as BundledSurveys
  await transact(async (tx) => {
    const [mine] = await tx.insert(facts).values({ name: 'surveys', value: String(set.questionnaires.length) }).onConflictDoNothing().returning()
    if (mine) await installSurveys(tx, set)
  })
}
