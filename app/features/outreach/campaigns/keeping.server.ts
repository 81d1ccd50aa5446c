import { randomInt } from 'node:crypto'
import { and, eq, isNotNull, isNull, notExists } from 'drizzle-orm'
import type { Writer } from '#db/index.ts'
import { campaigns, type CampaignText } from '#db/schema/campaigns.ts'
import { dailyCounts } from '#db/schema/platform.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { now } from '#app/platform/clock.ts'
import { record } from '#app/platform/ledger.server.ts'
import { drawCode } from './code.ts'

const subjectOf = (id: string) => `campaign:${id}`
const MOST_DRAWS = 20

/** A new code, drawn anew while another has it. */
export async function addCampaign(tx: Writer, clerk: Secretary, text: CampaignText): Promise<string> {
  for (let drawn = 0; drawn < MOST_DRAWS; drawn++) {
    const [row] = await tx.insert(campaigns).values({ ...text, code: drawCode(randomInt), earlier: null, createdBy: clerk.id, createdAt: now() }).onConflictDoNothing().returning()
    if (!row) continue
    await record(tx, subjectOf(row.id), clerk.id, 'campaign-added', { code: row.code })
    return row.id
  }
  throw new Error('No free code was drawn')
}

type Kept = { ok: true } | { ok: false; reason: 'changed-meanwhile' }

const textOf = ({ partner, event, target, language }: CampaignText): CampaignText => ({ partner, event, target, language })

/** Other words or another page for a code that may be printed already; what it was can be put back. */
export async function editCampaign(tx: Writer, clerk: Secretary, id: string, from: number, text: CampaignText): Promise<Kept> {
  const [was] = await tx.select().from(campaigns).where(and(eq(campaigns.id, id), eq(campaigns.edition, from)))
  if (!was) return { ok: false, reason: 'changed-meanwhile' }
  const [row] = await tx.update(campaigns).set({ ...textOf(text), earlier: textOf(was), edition: from + 1 }).where(and(eq(campaigns.id, id), eq(campaigns.edition, from))).returning()
  if (!row) return { ok: false, reason: 'changed-meanwhile' }
  await record(tx, subjectOf(id), clerk.id, 'campaign-edited', { edition: row.edition })
  return { ok: true }
}

/** Takes the last edit back, unless somebody edited meanwhile. */
export async function undoEdit(tx: Writer, clerk: Secretary, id: string, edition: number): Promise<boolean> {
  const [was] = await tx.select().from(campaigns).where(and(eq(campaigns.id, id), eq(campaigns.edition, edition), isNotNull(campaigns.earlier)))
  if (!was?.earlier) return false
  const [row] = await tx.update(campaigns).set({ ...was.earlier, earlier: null, edition: edition + 1 }).where(and(eq(campaigns.id, id), eq(campaigns.edition, edition))).returning()
  if (row) await record(tx, subjectOf(id), clerk.id, 'campaign-edit-undone', { edition: row.edition })
  return row !== undefined
}

/** From now on a code leads to a page that says that it has ended; or it leads on again. */
export async function setCampaignEnded(tx: Writer, clerk: Secretary, id: string, ended: boolean): Promise<boolean> {
  const [row] = await tx.update(campaigns).set({ endedAt: ended ? now() : null }).where(and(eq(campaigns.id, id), ended ? isNull(campaigns.endedAt) : isNotNull(campaigns.endedAt))).returning()
  if (row) await record(tx, subjectOf(id), clerk.id, ended ? 'campaign-ended' : 'campaign-reopened')
  return row !== undefined
}

/** Takes a code away that was made by mistake: only while nobody has opened it. */
export async function removeCampaign(tx: Writer, clerk: Secretary, id: string): Promise<boolean> {
  const opened = tx.select({ key: dailyCounts.key }).from(dailyCounts).where(and(eq(dailyCounts.subject, id), eq(dailyCounts.kind, 'scan')))
  const [row] = await tx.delete(campaigns).where(and(eq(campaigns.id, id), notExists(opened))).returning()
  if (row) await record(tx, subjectOf(id), clerk.id, 'campaign-removed', { code: row.code })
  return row !== undefined
}
