import { desc, inArray, isNull } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { jobs, outbox } from '#db/schema/platform.ts'

/** A letter as the desk may see it: no address, only where it goes. */
export interface ShownLetter {
  id: string
  kind: string
  subject: string
  domain: string
  state: 'waiting' | 'retrying' | 'stuck' | 'sent'
  attempts: number
  reply: string | null
  createdAt: Date
  sentAt: Date | null
  nextAt: Date | null
}

/** Every letter that waits (at most so many), then the newest of those that were sent. */
export async function shownLetters(db: Reader, most: number): Promise<ShownLetter[]> {
  const waiting = await db.select().from(outbox).where(isNull(outbox.sentAt)).orderBy(desc(outbox.createdAt)).limit(most)
  const newest = await db.select().from(outbox).orderBy(desc(outbox.createdAt)).limit(most)
  const letters = [...waiting, ...newest.filter((letter) => letter.sentAt)].slice(0, most)
  const due = await db.select().from(jobs).where(inArray(jobs.key, ['', ...waiting.map((letter) => `letter:${letter.id}`)]))
  const jobOf = new Map(due.map((job) => [job.key, job]))
  return letters.map((letter) => {
    const job = jobOf.get(`letter:${letter.id}`)
    return {
      id: letter.id,
      kind: letter.kind,
      subject: letter.subject,
      domain: letter.recipient.slice(letter.recipient.lastIndexOf('@') + 1),
      state: letter.sentAt ? 'sent' : letter.failed ? 'stuck' : job?.lastError ? 'retrying' : 'waiting',
      attempts: job?.attempts ?? 0,
      reply: withoutAddresses(letter.reply ?? job?.lastError ?? null),
      createdAt: letter.createdAt,
      sentAt: letter.sentAt,
      nextAt: job?.dueAt ?? null,
    }
  })
}

/** Mail servers like to quote the recipient. */
const withoutAddresses = (reply: string | null) => reply?.replace(/[^\s<>@:;,"']+@/g, '…@') ?? null
