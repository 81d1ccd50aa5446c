import { desc, lt, sql } from 'drizzle-orm'
import { transact, type Reader } from '#db/index.ts'
import { zeroHits } from '#db/schema/catalogue.ts'
import { days, now, today } from '#app/platform/clock.ts'
import { isVisitor } from '#app/platform/counting.server.ts'
import type { Locale } from '#app/platform/locale.ts'
import { log } from '#app/platform/log.server.ts'
import { batches } from './batches.ts'
import { readDictionary } from './search/terminology.server.ts'
import { keyOf } from './terms.ts'

/** Queries that found nothing: what the terminology still lacks. Noted in memory, written in batches. */
type Row = typeof zeroHits.$inferInsert

const LONGEST_QUERY = 100
const MOST_WAITING = 500
/** So many new ones a day and server: a program that makes queries up does not fill the disk. */
const MOST_A_DAY = 5_000
const KEPT = days(180)

let waiting = new Map<string, Row>()
let noted = { day: '', n: 0 }
let sweptOn = ''

const MAIL = /\S@\S/
/** Telephone and other numbers of a person, also in groups. */
const LONG_NUMBER = /\d(?:[\s\-‐–().]?\d){6}/

/** Notes a query of a person, unless it could say who that person is. */
export function noteZeroHit(language: Locale, query: string, userAgent: string | null): void {
  const shown = query.replace(/\p{C}/gu, '').trim()
  const plain = shown.normalize('NFKC')
  if (shown.length > LONGEST_QUERY || MAIL.test(plain) || LONG_NUMBER.test(plain) || !isVisitor(userAgent)) return
  const folded = keyOf(shown)
  if (!folded) return
  const key = `${language}|${folded}`
  const at = now()
  const known = waiting.get(key)
  if (known) Object.assign(known, { n: known.n + 1, query: shown, lastAt: at })
  else if (mayNote()) waiting.set(key, { key, language, query: shown, n: 1, firstAt: at, lastAt: at })
}

function mayNote(): boolean {
  const day = today()
  if (noted.day !== day) noted = { day, n: 0 }
  return waiting.size < MOST_WAITING && noted.n++ < MOST_A_DAY
}

/** Writes what was noted since the last time; once a day, forgets what is old. */
export async function flushZeroHits(): Promise<void> {
  const isSwept = sweptOn === today()
  if (waiting.size === 0 && isSwept) return
  const batch = waiting
  waiting = new Map()
  // In one order everywhere, so that two servers never wait for each other.
  const rows = [...batch.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
  try {
    await transact(async (tx) => {
      for (const some of batches(rows, 200)) {
        await tx
          .insert(zeroHits)
          .values(some)
          .onConflictDoUpdate({ target: zeroHits.key, set: { n: sql`${zeroHits.n} + excluded.n`, query: sql`excluded.query`, lastAt: sql`excluded.last_at` } })
      }
      if (!isSwept) await tx.delete(zeroHits).where(lt(zeroHits.lastAt, new Date(now().getTime() - KEPT))).returning({ key: zeroHits.key })
    })
    sweptOn = today()
  } catch (error) {
    for (const [key, row] of batch) {
      const since = waiting.get(key)
      if (since) Object.assign(since, { n: since.n + row.n, firstAt: row.firstAt })
      else if (waiting.size < MOST_WAITING) waiting.set(key, row)
    }
    log.warn({ error: String(error) }, 'queries without a hit not written, kept for the next batch')
  }
}

export interface ZeroHit {
  language: Locale
  query: string
  n: number
  lastAt: Date
  /** the concept that has the word by now */
  concept: string | null
}

/** What was lately asked in vain, newest first. */
export async function recentZeroHits(db: Reader, most: number): Promise<ZeroHit[]> {
  const rows = await db.select().from(zeroHits).orderBy(desc(zeroHits.lastAt), desc(zeroHits.key)).limit(most)
  const { words } = await readDictionary(db)
  return rows.map(({ key, language, query, n, lastAt }) => ({
    language: language === 'zh' ? 'zh' : 'ja',
    query,
    n,
    lastAt,
    concept: words.get(key.slice(key.indexOf('|') + 1))?.[0] ?? null,
  }))
}
