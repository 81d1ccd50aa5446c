import { and, desc, eq, isNull, lt } from 'drizzle-orm'
import { db, scrub, transact, type Reader } from '#db/index.ts'
import { ledger, outbox } from '#db/schema/platform.ts'
import { countDueCases, dueCases, endings, eraseDueCases, keptCases, type Ending } from '#app/features/inquiries/erasing/due.server.ts'
import { days, hours, now } from '#app/platform/clock.ts'
import { env } from '#app/platform/env.server.ts'
import { blankOldLetters, dropLateLetterFiles, dropOldLetterFiles } from '#app/platform/erased-letters.server.ts'
import { schedule, type Worker } from '#app/platform/jobs.server.ts'
import { record } from '#app/platform/ledger.server.ts'
import { forgetSubmissions } from '#app/platform/submissions.server.ts'
import { eraseFirmContacts, eraseInvitations, erasePartyContacts, eraseProvisions, firmContactsDue, invitationsDue, partyContactsDue, provisionsDue } from './erasing-people.server.ts'
import { purposes, type Purpose } from './retention.ts'

const AT_A_STRETCH = 100
/** So many stretches a run: a lease is not outlived, and letters are not kept waiting. */
const STRETCHES = 5
const AHEAD = days(30)

const isEnding = (purpose: Purpose): purpose is Ending => purpose in endings
const cutOf = (purpose: Purpose, at: Date = now()) => new Date(at.getTime() - days(env.retain[purpose]))

const counting: Record<Exclude<Purpose, Ending>, (db: Reader, before: Date) => Promise<number>> = {
  letters: (db, before) => db.$count(outbox, and(isNull(outbox.erasedAt), lt(outbox.sentAt, before))),
  firmContacts: firmContactsDue,
  partyContacts: partyContactsDue,
  invitations: invitationsDue,
  provisions: provisionsDue,
}
const erasing: Record<Exclude<Purpose, Ending>, (db: Reader, before: Date, most: number) => Promise<number>> = {
  letters: (_db, before, most) =>
    transact(async (tx) => {
      const n = await blankOldLetters(tx, before, most)
      if (n > 0) await record(tx, RETENTION, 'system', 'letters-erased', { n })
      return n
    }),
  firmContacts: eraseFirmContacts,
  partyContacts: erasePartyContacts,
  invitations: eraseInvitations,
  provisions: eraseProvisions,
}
const eraseSome = (purpose: Purpose) => (isEnding(purpose) ? eraseDueCases(db, purpose, cutOf(purpose), AT_A_STRETCH) : erasing[purpose](db, cutOf(purpose), AT_A_STRETCH))

export const RETENTION = 'retention'

/** Once a night in Japan, or again at once while something is left: all that has outlived its purpose. */
export const eraseOverdue: Worker = async () => {
  const erased: Partial<Record<Purpose, number>> = {}
  let left = false
  for (const purpose of purposes) {
    let n = 0
    let last = AT_A_STRETCH
    for (let stretch = 0; stretch < STRETCHES && last === AT_A_STRETCH; stretch++) n += last = await eraseSome(purpose)
    left ||= last === AT_A_STRETCH
    erased[purpose] = n
  }
  const files = await dropOldLetterFiles(cutOf('letters'))
  await dropLateLetterFiles(new Date(now().getTime() - days(2)))
  await transact((tx) => forgetSubmissions(tx, new Date(now().getTime() - days(7))))
  await scrub()
  await transact((tx) => record(tx, RETENTION, 'system', 'retention-run', { ...erased, files }))
  return left ? now() : nextNight(now())
}

/** Three in the morning in Japan. */
function nextNight(at: Date): Date {
  const night = new Date(at)
  night.setUTCHours(18, 0, 0, 0)
  return night > at ? night : new Date(night.getTime() + hours(24))
}

/** Begins the nightly round, when the server starts. */
export const beginRetention = () => transact((tx) => schedule(tx, RETENTION, RETENTION))

/** The periods in force, what they will erase within thirty days, what is kept beyond them, and the latest runs. */
export async function readRetention(db: Reader) {
  const soon = new Date(now().getTime() + AHEAD)
  const rows = []
  for (const purpose of purposes) {
    const before = cutOf(purpose, soon)
    rows.push({ purpose, days: env.retain[purpose], due: isEnding(purpose) ? await countDueCases(db, purpose, before) : await counting[purpose](db, before) })
  }
  const cases = []
  for (const ending of Object.keys(endings) as Ending[]) {
    const due = await dueCases(db, ending, cutOf(ending, soon), AT_A_STRETCH)
    cases.push(...due.map((one) => ({ ...one, erasedOn: new Date(one.stageAt.getTime() + days(env.retain[ending])) })))
  }
  const runs = await db.select().from(ledger).where(and(eq(ledger.subject, RETENTION), eq(ledger.verb, 'retention-run'))).orderBy(desc(ledger.id)).limit(10)
  return { rows, cases: cases.sort((a, b) => a.erasedOn.getTime() - b.erasedOn.getTime()).slice(0, AT_A_STRETCH), kept: await keptCases(db, AT_A_STRETCH), runs: runs.map(({ at, codes }) => ({ at, erased: purposes.map((purpose) => ({ purpose, n: Number(codes[purpose] ?? 0) })), files: Number(codes.files ?? 0) })) }
}
export type Retention = Awaited<ReturnType<typeof readRetention>>
