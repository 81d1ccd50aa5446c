import { sql } from 'drizzle-orm'
import { isbot } from 'isbot'
import { transact } from '#db/index.ts'
import { dailyCounts } from '#db/schema/platform.ts'
import { today } from './clock.ts'
import { log } from './log.server.ts'
import { weChatOf } from './wechat.ts'

export type CountKind = 'appearance' | 'view' | 'inquiry' | 'scan'
type Device = 'wechat' | 'phone' | 'tablet' | 'desktop'

/** What one page shows to be counted: a kind and the technologies it concerns. */
export interface Countable {
  kind: CountKind
  language: string
  subjects: readonly string[]
}

/** How often each countable was shown since the last batch, by day and device; a cached page is one countable. */
let waiting = new Map<Countable, Map<string, number>>()
const MOST_WAITING = 5_000
const MOST_AGENTS = 5_000
const agents = new Map<string, Device | null>()

/** Coarse device class of a user agent; the agent itself is never stored. */
export function deviceOf(userAgent: string): Device {
  if (weChatOf(userAgent)) return 'wechat'
  if (/iPad|Tablet|Android(?!.*Mobile)/i.test(userAgent)) return 'tablet'
  if (/Mobi|iPhone|Android|HarmonyOS/i.test(userAgent)) return 'phone'
  return 'desktop'
}

/** The device of a visitor, null for a crawler; remembered, since the test for crawlers is long. */
function visitorOf(userAgent: string): Device | null {
  let device = agents.get(userAgent)
  if (device === undefined) {
    if (agents.size >= MOST_AGENTS) agents.clear()
    agents.set(userAgent, (device = isbot(userAgent) ? null : deviceOf(userAgent)))
  }
  return device
}

/** True for a person's browser. */
export const isVisitor = (userAgent: string | null | undefined): boolean => Boolean(userAgent && visitorOf(userAgent))

/** Adds to today's totals, in memory; crawlers are left out. Written in batches by `flushCounts`. */
export function tally(userAgent: string | null | undefined, countable: Countable): void {
  const device = userAgent ? visitorOf(userAgent) : null
  if (!device || countable.subjects.length === 0) return
  let byDay = waiting.get(countable)
  if (!byDay) waiting.set(countable, (byDay = new Map<string, number>()))
  const tail = `${today()}|${device}`
  byDay.set(tail, (byDay.get(tail) ?? 0) + 1)
  if (waiting.size > MOST_WAITING) void flushCounts()
}

function rowsOf(batch: typeof waiting) {
  const rows = new Map<string, typeof dailyCounts.$inferInsert>()
  for (const [{ kind, language, subjects }, byDay] of batch) {
    for (const [tail, n] of byDay) {
      const [day = '', device = ''] = tail.split('|')
      for (const subject of subjects) {
        const key = `${day}|${kind}|${subject}|${language}|${device}`
        const row = rows.get(key)
        if (row) row.n += n
        else rows.set(key, { key, day, kind, subject, language, device, n })
      }
    }
  }
  return [...rows.values()]
}

/** Writes what was tallied since the last time, in one transaction. */
export async function flushCounts(): Promise<void> {
  if (waiting.size === 0) return
  const batch = waiting
  waiting = new Map()
  const rows = rowsOf(batch)
  try {
    await transact(async (tx) => {
      for (let from = 0; from < rows.length; from += 200) {
        await tx
          .insert(dailyCounts)
          .values(rows.slice(from, from + 200))
          .onConflictDoUpdate({ target: dailyCounts.key, set: { n: sql`${dailyCounts.n} + excluded.n` } })
      }
    })
  } catch (error) {
    for (const [countable, byDay] of batch) {
      const later = waiting.get(countable) ?? new Map<string, number>()
      for (const [tail, n] of byDay) later.set(tail, (later.get(tail) ?? 0) + n)
      waiting.set(countable, later)
    }
    log.warn({ error: String(error) }, 'counts not written, kept for the next batch')
  }
}
