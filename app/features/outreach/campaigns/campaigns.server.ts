import { and, desc, eq, gte, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { users } from '#db/schema/accounts.ts'
import { campaigns } from '#db/schema/campaigns.ts'
import { dailyCounts } from '#db/schema/platform.ts'
import { days, now, today } from '#app/platform/clock.ts'
import { readCode } from './code.ts'

export const PAGE = 30
export const SHOWN_DAYS = 30
export const campaignStates = ['open', 'ended'] as const
export type CampaignState = (typeof campaignStates)[number]
export type Campaign = typeof campaigns.$inferSelect

const inState = (state: CampaignState) => (state === 'open' ? isNull(campaigns.endedAt) : isNotNull(campaigns.endedAt))

/** The last days, the oldest first. */
const lastDays = () => Array.from({ length: SHOWN_DAYS }, (_, ago) => today(new Date(now().getTime() - days(SHOWN_DAYS - 1 - ago))))

const n = sql<number>`sum(${dailyCounts.n})`.mapWith(Number)
const scansOf = (ids: string[], ...more: Parameters<typeof and>) => and(inArray(dailyCounts.subject, ids), eq(dailyCounts.kind, 'scan'), ...more)

export interface Scans {
  total: number
  /** one for each of `SHOWN_DAYS` days */
  days: number[]
}

/** How often codes were opened: in all, and on each of the last days. */
async function readScans(db: Reader, ids: string[]): Promise<(id: string) => Scans> {
  if (ids.length === 0) return () => ({ total: 0, days: [] })
  const shown = lastDays()
  const [totals, daily] = await Promise.all([
    db.select({ id: dailyCounts.subject, n }).from(dailyCounts).where(scansOf(ids)).groupBy(dailyCounts.subject),
    db.select({ id: dailyCounts.subject, day: dailyCounts.day, n }).from(dailyCounts).where(scansOf(ids, gte(dailyCounts.day, shown[0]!))).groupBy(dailyCounts.subject, dailyCounts.day),
  ])
  const total = new Map(totals.map((row) => [row.id, row.n]))
  const byDay = new Map(daily.map((row) => [`${row.id} ${row.day}`, row.n]))
  return (id) => ({ total: total.get(id) ?? 0, days: shown.map((day) => byDay.get(`${id} ${day}`) ?? 0) })
}

/** The codes of one state, the newest first, with how often they were opened. */
export async function listCampaigns(db: Reader, state: CampaignState, page: number) {
  const [open, ended, rows] = await Promise.all([
    db.$count(campaigns, inState('open')),
    db.$count(campaigns, inState('ended')),
    db.select().from(campaigns).where(inState(state)).orderBy(desc(campaigns.createdAt), desc(campaigns.id)).limit(PAGE).offset((page - 1) * PAGE),
  ])
  const scans = await readScans(db, rows.map((row) => row.id))
  return { counts: { open, ended }, items: rows.map(({ id, code, partner, event, endedAt, createdAt }) => ({ id, code, partner, event, endedAt, createdAt, scans: scans(id) })) }
}
export type CampaignRow = Awaited<ReturnType<typeof listCampaigns>>['items'][number]

/** One code with its counts by day and by device, and who made it; null when there is none. */
export async function readCampaign(db: Reader, id: string) {
  const [row] = await db.select({ campaign: campaigns, by: users.name }).from(campaigns).leftJoin(users, eq(users.id, campaigns.createdBy)).where(eq(campaigns.id, id))
  if (!row) return null
  const [scans, devices] = await Promise.all([
    readScans(db, [id]),
    db.select({ device: dailyCounts.device, n }).from(dailyCounts).where(scansOf([id])).groupBy(dailyCounts.device),
  ])
  return { ...row.campaign, by: row.by, scans: scans(id), dates: lastDays(), devices: devices.sort((a, b) => b.n - a.n) }
}
export type CampaignView = NonNullable<Awaited<ReturnType<typeof readCampaign>>>

/** Partners and events that were named before, to be offered again. */
export async function namedBefore(db: Reader): Promise<{ partners: string[]; events: string[] }> {
  const rows = await db.select({ partner: campaigns.partner, event: campaigns.event }).from(campaigns).orderBy(desc(campaigns.createdAt)).limit(200)
  const once = (names: string[]) => [...new Set(names.filter(Boolean))]
  return { partners: once(rows.map((row) => row.partner)), events: once(rows.map((row) => row.event)) }
}

/** The code that somebody opened or typed. */
export async function campaignByCode(db: Reader, typed: string): Promise<Campaign | null> {
  const [row] = await db.select().from(campaigns).where(eq(campaigns.code, readCode(typed)))
  return row ?? null
}
