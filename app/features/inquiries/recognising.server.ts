import { desc, eq } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { recognisedContacts } from '#db/schema/inquiries.ts'
import type { Manager } from '#app/features/accounts/gate.server.ts'
import { now } from '#app/platform/clock.ts'
import { record } from '#app/platform/ledger.server.ts'
import type { Channel } from './choices.ts'
import { addressKey } from './opening.server.ts'

export const readRecognised = (db: Reader) => db.select().from(recognisedContacts).orderBy(desc(recognisedContacts.at), desc(recognisedContacts.addressKey))

/** Recognises an intermediary: the limit of open inquiries does not hold for this contact. The address itself is not kept. */
export async function recogniseContact(tx: Writer, manager: Manager, { channel, address, name }: { channel: Channel; address: string; name: string }): Promise<void> {
  const key = addressKey(channel, address)
  const [added] = await tx.insert(recognisedContacts).values({ addressKey: key, name, recognisedBy: manager.id, at: now() }).onConflictDoNothing().returning()
  if (added) await record(tx, `contact:${key}`, manager.id, 'recognised')
}

export async function forgetRecognised(tx: Writer, manager: Manager, key: string): Promise<void> {
  const [gone] = await tx.delete(recognisedContacts).where(eq(recognisedContacts.addressKey, key)).returning()
  if (gone) await record(tx, `contact:${key}`, manager.id, 'recognition-withdrawn')
}
