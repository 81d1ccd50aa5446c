import { sql } from 'drizzle-orm'
import { isbot } from 'isbot'
import { transact } from '#db/index.ts'
import { dailyCounts } from '#db/schema/platform.ts'
import { today } from './clock.ts'
import { log } from './log.server.ts'

export type CountKind = 'appearance' | 'view' | 'inquiry'
type Device = 'wechat' | 'phone' | 'tablet' | 'desktop'

let waiting = new Map<string, number>()
const MOST_WAITING = 20_000

/** Coarse device class of a user agent; the agent itself is never stored. */
export function deviceOf(userAgent: string): Device {
  if (/MicroMessenger|wxwork/i.test(userAgent)) return 'wechat'
  if (/iPad|Tablet|Android(?!.*Mobile)/i.test(userAgent)) return 'tablet'
  if (/Mobi|iPhone|Android|HarmonyOS/i.test(userAgent)) return 'phone'
  return 'desktop'
}

/** Adds to today's totals, in memory; crawlers are left out. Written in batches by `flushCounts`. */
export function tally(userAgent: string | null, kind: CountKind, language: string, subjects: readonly string[]): void {
  if (!userAgent || isbot(userAgent)) return
  const tail = `${language}|${deviceOf(userAgent)}`
  const day = today()
  for (const subject of subjects) {
    const key = `${day}|${kind}|${subject}|${tail}`
    waiting.set(key, (waiting.get(key) ?? 0) + 1)
  }
  if (waiting.size > MOST_WAITING) void flushCounts()
}

/** Writes what was tallied since the last time, in one transaction. */
export async function flushCounts(): Promise<void> {
  if (waiting.size === 0) return
  const batch = [...waiting]
  waiting = new Map()
  try {
    await transact(async (tx) => {
      for (let from = 0; from < batch.length; from += 200) {
        const rows = batch.slice(from, from + 200).map(([key, n]) => {
          const [day = '', kind = '', subject = '', language = '', device = ''] = key.split('|')
          return { key, day, kind, subject, language, device, n }
        })
        await tx
          .insert(dailyCounts)
          .values(rows)
          .onConflictDoUpdate({ target: dailyCounts.key, set: { n: sql`${dailyCounts.n} + excluded.n` } })
      }
    })
  } catch (error) {
    for (const [key, n] of batch) waiting.set(key, (waiting.get(key) ?? 0) + n)
    log.warn({ error: String(error) }, 'counts not written, kept for the next batch')
  }
}
