import type { Writer } from '#db/index.ts'
import { ledger } from '#db/schema/platform.ts'
import { now } from '#app/platform/clock.ts'
import type { Codes } from '#app/platform/ledger.server.ts'
import { batches } from './batches.ts'

export interface Event {
  subject: string
  verb: string
  codes?: Codes
}

/** Many lines of history in few statements; otherwise as `record` in the platform's ledger. */
export async function recordAll(tx: Writer, actor: string | null, events: readonly Event[]): Promise<void> {
  const at = now()
  for (const batch of batches(events)) {
    await tx.insert(ledger).values(batch.map(({ subject, verb, codes }) => ({ subject, actor: actor ?? 'system', verb, codes: codes ?? {}, at })))
  }
}
