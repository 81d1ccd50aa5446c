import { and, asc, eq, gt, or } from 'drizzle-orm'
import { db, transact, type Reader } from '#db/index.ts'
import { listings, technologies } from '#db/schema/catalogue.ts'
import { facts } from '#db/schema/platform.ts'
import { days, hours, now, today } from '#app/platform/clock.ts'
import { env } from '#app/platform/env.server.ts'
import { languagesOf } from '#app/platform/head.ts'
import { schedule, type Worker } from '#app/platform/jobs.server.ts'
import { log } from '#app/platform/log.server.ts'

export const BAIDU_PUSH = 'baidu-push'
/** What Baidu takes in one call. */
export const MOST_ADDRESSES = 2_000
const PATIENCE_MS = 20_000
/** Up to which listing Baidu was told: `version doc`. Every write of a listing gives it a newer version, so nothing has to be noted when one changes. */
const TOLD = 'baidu-told'

export async function beginPushing(): Promise<void> {
  if (env.baiduPushUrl) await transact((tx) => schedule(tx, BAIDU_PUSH, BAIDU_PUSH))
}

/** Tells Baidu every hour what became public or changed in Chinese since it was told last; a batch that failed is sent again. */
export const pushToBaidu =
  (address: string | null, most = MOST_ADDRESSES): Worker =>
  async () => {
    if (!address) return
    for (let batch = await unsaid(db, most); batch; batch = await unsaid(db, most)) {
      const answer = batch.addresses.length > 0 ? await tell(address, batch.addresses) : 'done'
      if (answer === 'tomorrow') return new Date(now().getTime() + days(1))
      const { upTo } = batch
      await transact((tx) => tx.insert(facts).values({ name: TOLD, value: upTo }).onConflictDoUpdate({ target: facts.name, set: { value: upTo } }))
    }
    return new Date(now().getTime() + hours(1))
  }

/** The next listings in the order they changed; those that are not public in Chinese are passed over. */
async function unsaid(db: Reader, most: number): Promise<{ addresses: string[]; upTo: string } | null> {
  const [told] = await db.select({ value: facts.value }).from(facts).where(eq(facts.name, TOLD))
  const [version = 0, doc = 0] = (told?.value ?? '').split(' ').map(Number)
  const rows = await db
    .select({ doc: listings.doc, version: listings.version, live: listings.live, validUntil: listings.validUntil, card: listings.card, slug: technologies.slug })
    .from(listings)
    .innerJoin(technologies, eq(technologies.id, listings.technologyId))
    .where(or(gt(listings.version, version), and(eq(listings.version, version), gt(listings.doc, doc))))
    .orderBy(asc(listings.version), asc(listings.doc))
    .limit(most)
  const last = rows.at(-1)
  if (!last) return null
  const open = rows.filter(({ live, validUntil, card }) => live && (validUntil === null || validUntil >= today()) && languagesOf(card.name, card.summary).includes('zh'))
  return { addresses: open.map(({ slug }) => `${env.originOf.zh}/zh/technologies/${slug}`), upTo: `${last.version} ${last.doc}` }
}

/** One call. The address holds the token, so no error may repeat it. */
async function tell(address: string, addresses: string[]): Promise<'done' | 'tomorrow'> {
  const response = await fetch(address, { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: addresses.join('\n'), signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => null)
  if (!response) throw new Error('the search engine did not answer')
  const said = (await response.json().catch(() => ({}))) as { success?: number; remain?: number; message?: string }
  if (response.ok && said.success !== undefined) {
    log.info({ sent: addresses.length, success: said.success, remain: said.remain }, 'told Baidu')
    return 'done'
  }
  if (/over quota/i.test(said.message ?? '')) return 'tomorrow'
  throw new Error(`the search engine refused: ${response.status}`)
}
