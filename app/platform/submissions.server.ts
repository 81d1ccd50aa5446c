import { eq, lt } from 'drizzle-orm'
import type { Writer } from '#db/index.ts'
import { submissions } from '#db/schema/platform.ts'
import { now } from './clock.ts'
import { formData } from './form.server.ts'
import { sha256 } from './secrets.server.ts'

const KEY = /^[\w-]{8,64}$/

/**
 * Acts once for a form with a hidden `_key`. The same form sent again – the line broke before the answer came, or somebody
 * tapped twice – does nothing and is answered as the first was. What was refused may be sent again.
 * @param tx the transaction that holds everything the act writes
 */
export async function once<T extends { ok: boolean }>(tx: Writer, request: Request, act: () => Promise<T>): Promise<T> {
  const sent = String((await formData(request)).get('_key') ?? '')
  if (!KEY.test(sent)) return act()
  const key = sha256(`${new URL(request.url).pathname} ${sent}`)
  const [mine] = await tx.insert(submissions).values({ key, outcome: null, at: now() }).onConflictDoNothing().returning()
  if (!mine) {
    const [earlier] = await tx.select().from(submissions).where(eq(submissions.key, key))
    return earlier!.outcome as T
  }
  const outcome = await act()
  if (outcome.ok) await tx.update(submissions).set({ outcome }).where(eq(submissions.key, key))
  else await tx.delete(submissions).where(eq(submissions.key, key))
  return outcome
}

/** Nobody sends a form again after so long. */
export async function forgetSubmissions(tx: Writer, before: Date): Promise<void> {
  await tx.delete(submissions).where(lt(submissions.at, before))
}
