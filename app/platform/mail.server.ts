import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { and, asc, count, eq, isNull, lt } from 'drizzle-orm'
import nodemailer from 'nodemailer'
import { db, transact, type Reader, type Writer } from '#db/index.ts'
import { outbox } from '#db/schema/platform.ts'
import { now, minutes } from './clock.ts'
import { env } from './env.server.ts'
import { schedule, type Job } from './jobs.server.ts'
import { htmlLang, isLocale, type Locale } from './locale.ts'

/** A letter as its domain words it: plain paragraphs and at most one link. */
export interface Letter {
  title: string
  paragraphs: string[]
  link?: { label: string; url: string }
  closing: string
}
export type QueuedLetter = typeof outbox.$inferSelect
/** Words one kind of letter when it is delivered; null when there is nothing to say any more (an erased case). */
export type Composer = (db: Reader, letter: QueuedLetter, locale: Locale) => Promise<Letter | null>

/** Puts a letter into the outbox, in the transaction of the move it tells about. */
export async function queueLetter(
  tx: Writer,
  letter: { kind: string; subject: string; recipient: string; locale: string; payload?: Record<string, string> },
): Promise<void> {
  const id = crypto.randomUUID()
  const host = new URL(env.origin).hostname
  await tx.insert(outbox).values({ ...letter, id, payload: letter.payload ?? {}, messageId: `<${id}@${host}>`, createdAt: now() })
  await schedule(tx, 'letter', `letter:${id}`, now(), { id })
}

export const pendingLetters = async (reader: Reader): Promise<number> => {
  const [row] = await reader.select({ n: count() }).from(outbox).where(isNull(outbox.sentAt))
  return row?.n ?? 0
}

const mailFolder = () => join(env.dataDir, 'mail')
/** Where a letter lies that was written to a file. */
export const letterFile = ({ id, createdAt }: Pick<QueuedLetter, 'id' | 'createdAt'>) => join(mailFolder(), `${createdAt.toISOString().replace(/[:.]/g, '-')}-${id}.eml`)

const transport = env.smtpUrl
  ? // One line for many letters: many mail servers greet slowly, and a new line costs several round trips.
    nodemailer.createTransport({ url: env.smtpUrl, pool: true, maxConnections: 1, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 } as object)
  : nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' })

/** From so many attempts on, a letter whose trouble is its own lets those after it pass. */
const PATIENCE = 5

/**
 * The worker for one queued letter. Delivery is at least once with a stable Message-ID; letters to one recipient
 * leave in the order they were written, except that one which cannot be worded or is refused for good (5xx) holds
 * back no others: it is marked `failed` and tried on.
 */
export const deliverLetter = (composers: Record<string, Composer>) => async (job: Job): Promise<Date | void> => {
  const [letter] = await db.select().from(outbox).where(eq(outbox.id, job.payload.id ?? ''))
  if (!letter || letter.sentAt) return
  const [earlier] = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.recipient, letter.recipient), isNull(outbox.sentAt), eq(outbox.failed, false), lt(outbox.createdAt, letter.createdAt)))
    .orderBy(asc(outbox.createdAt))
    .limit(1)
  if (earlier) return new Date(now().getTime() + minutes(1))
  const mine = and(eq(outbox.id, letter.id), isNull(outbox.sentAt))
  try {
    const worded = await word(composers, letter)
    const reply = worded ? await send(letter, worded) : 'nothing to say any more'
    await transact((tx) => tx.update(outbox).set({ sentAt: now(), reply, failed: false }).where(mine).returning())
  } catch (error) {
    if (job.attempts >= PATIENCE && isOwnTrouble(error)) await transact((tx) => tx.update(outbox).set({ failed: true }).where(mine).returning())
    throw error
  }
}

class Unworded extends Error {}
const isOwnTrouble = (error: unknown) => error instanceof Unworded || Number((error as { responseCode?: number }).responseCode) >= 500

async function word(composers: Record<string, Composer>, letter: QueuedLetter): Promise<Letter | null> {
  const compose = composers[letter.kind]
  if (!compose) throw new Unworded(`no words for a letter of kind ${letter.kind}`)
  try {
    return await compose(db, letter, isLocale(letter.locale) ? letter.locale : 'ja')
  } catch (error) {
    throw new Unworded(String(error))
  }
}

async function send(queued: QueuedLetter, letter: Letter): Promise<string> {
  const sent = (await transport.sendMail({
    from: env.mailFrom,
    to: queued.recipient,
    subject: letter.title,
    messageId: queued.messageId,
    date: queued.createdAt,
    text: asText(letter),
    html: asHtml(letter, queued.locale),
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': queued.locale },
  })) as { message?: Buffer; response?: string }
  if (!sent.message) return sent.response ?? 'accepted'
  mkdirSync(mailFolder(), { recursive: true })
  const file = letterFile(queued)
  writeFileSync(`${file}.part`, sent.message)
  renameSync(`${file}.part`, file)
  return 'written to a file'
}

function asText(letter: Letter): string {
  const link = letter.link ? [`${letter.link.label}\n${letter.link.url}`] : []
  return [...letter.paragraphs, ...link, letter.closing].join('\n\n') + '\n'
}

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

function asHtml(letter: Letter, locale: string): string {
  const lang = isLocale(locale) ? htmlLang[locale] : 'ja'
  const paragraph = (text: string) => `<p style="margin:0 0 16px">${escapeHtml(text).replaceAll('\n', '<br>')}</p>`
  const link = letter.link
    ? `<p style="margin:0 0 16px"><a href="${escapeHtml(letter.link.url)}" style="color:#14532d;font-weight:bold">${escapeHtml(letter.link.label)}</a></p>`
    : ''
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${escapeHtml(letter.title)}</title></head><body style="margin:0;padding:24px;background:#f7f5ef;color:#1c2420;font:16px/1.75 sans-serif"><div style="max-width:36em;margin:0 auto;padding:24px;background:#fff;border:1px solid #dcd8cc">${letter.paragraphs.map(paragraph).join('')}${link}<p style="margin:24px 0 0;color:#55605a;font-size:14px">${escapeHtml(letter.closing).replaceAll('\n', '<br>')}</p></div></body></html>`
}
