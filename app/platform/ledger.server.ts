import type { Writer } from '#db/index.ts'
import { ledger } from '#db/schema/platform.ts'
import { now } from './clock.ts'

export type Codes = Record<string, string | number | boolean | null>

/** Adds one line of history. Codes only: free text and contacts live in rows that can be erased. */
export async function record(tx: Writer, subject: string, actor: string, verb: string, codes: Codes = {}): Promise<void> {
  await tx.insert(ledger).values({ subject, actor, verb, codes, at: now() })
}
