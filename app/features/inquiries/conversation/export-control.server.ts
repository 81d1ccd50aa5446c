import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { approaches } from '#db/schema/inquiries.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { record } from '#app/platform/ledger.server.ts'
import { needsExportControl } from '../introducing.server.ts'
import type { Approach } from '../moving.server.ts'

/** True while a firm's words may not go on to the buyer because nobody of the desk has looked at the declaration yet. */
export const mustSeeExportControl = async (db: Reader, approach: Pick<Approach, 'inquiryId' | 'companyId' | 'exportControlSeenBy'>): Promise<boolean> =>
  approach.exportControlSeenBy === null && (await needsExportControl(db, approach))

/** The firms of a case whose answers the office would pass on by answering, and whose declaration was not looked at yet. */
export async function unseenDeclarations(db: Reader, inquiryId: string): Promise<Approach[]> {
  const answered = await db
    .select()
    .from(approaches)
    .where(and(eq(approaches.inquiryId, inquiryId), inArray(approaches.stage, ['interested', 'consenting']), isNull(approaches.exportControlSeenBy)))
  const unseen: Approach[] = []
  for (const approach of answered) if (await needsExportControl(db, approach)) unseen.push(approach)
  return unseen
}

/** Writes down, once per firm of a case, who looked at its export-control declaration. */
export async function seeExportControl(tx: Writer, clerk: Secretary, approach: Pick<Approach, 'id' | 'inquiryId'>): Promise<void> {
  const [seen] = await tx
    .update(approaches)
    .set({ exportControlSeenBy: clerk.id })
    .where(and(eq(approaches.id, approach.id), isNull(approaches.exportControlSeenBy)))
    .returning()
  if (seen) await record(tx, `inquiry:${approach.inquiryId}`, clerk.id, 'export-control-seen', { approach: approach.id })
}
