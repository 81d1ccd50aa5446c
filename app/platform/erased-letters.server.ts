import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, notInArray, or } from 'drizzle-orm'
import { db, type Writer } from '#db/index.ts'
import { jobs, outbox } from '#db/schema/platform.ts'
import { now } from './clock.ts'
import { env } from './env.server.ts'
import { letterFile, type QueuedLetter } from './mail.server.ts'

/** Of an address the domain is left: enough to tell where letters did not arrive. */
const domainOf = (recipient: string) => recipient.slice(recipient.lastIndexOf('@'))

async function blank(tx: Writer, letters: readonly QueuedLetter[]): Promise<void> {
  for (const { id, recipient, sentAt } of letters) {
    const unsent = sentAt ? {} : { sentAt: now() }
    await tx.update(outbox).set({ recipient: domainOf(recipient), payload: {}, reply: null, erasedAt: now(), ...unsent }).where(eq(outbox.id, id)).returning()
  }
  // A retry may have been told the address by the mail server.
  const waiting = letters.filter((letter) => !letter.sentAt).map((letter) => `letter:${letter.id}`)
  if (waiting.length > 0) await tx.delete(jobs).where(inArray(jobs.key, waiting))
}

/**
 * Blanks every letter about something, sent or not; what has not left yet leaves no more, but for the kinds that are to
 * go out all the same. Files are for `dropLetterFiles`, afterwards.
 */
export async function blankLettersAbout(tx: Writer, subject: string, stillToSend: readonly string[] = []): Promise<number> {
  const spared = stillToSend.length > 0 ? or(isNotNull(outbox.sentAt), notInArray(outbox.kind, [...stillToSend])) : undefined
  const letters = await tx.select().from(outbox).where(and(eq(outbox.subject, subject), isNull(outbox.erasedAt), spared))
  await blank(tx, letters)
  return letters.length
}

/** As `blankLettersAbout`, for all that were delivered before a moment, some at a time; returns how many. */
export async function blankOldLetters(tx: Writer, before: Date, most: number): Promise<number> {
  const letters = await tx.select().from(outbox).where(and(isNull(outbox.erasedAt), lt(outbox.sentAt, before))).orderBy(asc(outbox.sentAt)).limit(most)
  await blank(tx, letters)
  return letters.length
}

/** Blanks every letter to somebody, whatever it was about. */
export async function blankLettersTo(tx: Writer, recipient: string): Promise<void> {
  await blank(tx, await tx.select().from(outbox).where(and(eq(outbox.recipient, recipient), isNull(outbox.erasedAt))))
}

/** Takes the files of blanked letters about something off the disk. */
export async function dropLetterFiles(subject: string): Promise<void> {
  const letters = await db.select().from(outbox).where(and(eq(outbox.subject, subject), isNotNull(outbox.erasedAt)))
  for (const letter of letters) await rm(letterFile(letter), { force: true })
}

/** Takes letters off the disk that were written before a moment, whatever became of their rows; returns how many. */
export async function dropOldLetterFiles(before: Date): Promise<number> {
  const oldest = before.toISOString().replace(/[:.]/g, '-')
  const old = (await readdir(join(env.dataDir, 'mail')).catch(() => [])).filter((name) => /\.eml(\.part)?$/.test(name) && name < oldest)
  for (const name of old) await rm(join(env.dataDir, 'mail', name), { force: true })
  return old.length
}

/** Letters that were on their way while they were blanked: their files are taken away, too. */
export async function dropLateLetterFiles(since: Date): Promise<void> {
  const letters = await db.select({ id: outbox.id, createdAt: outbox.createdAt }).from(outbox).where(gt(outbox.erasedAt, since))
  for (const letter of letters) await rm(letterFile(letter), { force: true })
}
