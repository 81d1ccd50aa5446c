import { and, eq, isNull, lt, or } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { projectParties, projects } from '#db/schema/projects.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { days, now, today } from '#app/platform/clock.ts'
import { record } from '#app/platform/ledger.server.ts'
import { openLink } from '#app/platform/links.server.ts'
import { queueLetter } from '#app/platform/mail.server.ts'
import { reachable } from '../life/contacts.server.ts'
import { hold, refused, subjectOf, type Done } from '../life/recording.server.ts'

/** A party is asked once in so long, whoever clicks how often. */
const ASKED_EVERY = days(30)
const LINK_LASTS = days(60)

/** Before this day: nobody has confirmed it for twelve months. */
export function longAgo(day = today()): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCFullYear(at.getUTCFullYear() - 1)
  return at.toISOString().slice(0, 10)
}

/** Projects that go on, as far as is known, and that nobody has confirmed for twelve months. */
export const unconfirmed = () =>
  and(eq(projects.state, 'announced'), or(isNull(projects.lastConfirmedOn), lt(projects.lastConfirmedOn, longAgo())))
export const countUnconfirmed = (db: Reader): Promise<number> => db.$count(projects, unconfirmed())

/** Asks everybody who takes part and can be reached by letter how the project stands. */
export async function askParties(tx: Writer, clerk: Secretary, projectId: string): Promise<Done> {
  if (!(await hold(tx, projectId, 'announced'))) return refused('already-moved')
  const readers = await reachable(tx, projectId)
  if (readers.length === 0) return refused('no-contact')
  const at = now()
  let asked = 0
  for (const { partyId, email, locale } of readers) {
    const [mine] = await tx
      .update(projectParties)
      .set({ askedAt: at })
      .where(and(eq(projectParties.id, partyId), or(isNull(projectParties.askedAt), lt(projectParties.askedAt, new Date(at.getTime() - ASKED_EVERY)))))
      .returning({ id: projectParties.id })
    if (!mine) continue
    await openLink(tx, 'project-life', partyId, new Date(at.getTime() + LINK_LASTS))
    await queueLetter(tx, { kind: 'project-life', subject: subjectOf(projectId), recipient: email, locale, payload: { project: projectId, party: partyId } })
    asked++
  }
  if (asked === 0) return refused('asked-lately')
  await record(tx, subjectOf(projectId), clerk.id, 'parties-asked', { letters: asked })
  return { ok: true }
}
