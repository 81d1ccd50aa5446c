import { eq, inArray } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { companies, companyContacts } from '#db/schema/catalogue.ts'
import { approaches, inquiries, inquiryContacts, inquiryMessages } from '#db/schema/inquiries.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { now } from '#app/platform/clock.ts'
import { env } from '#app/platform/env.server.ts'
import { findLeaks, marked, type Known, type Leak, type LeakKind } from '#app/platform/leaks.ts'
import { record } from '#app/platform/ledger.server.ts'
import { sha256 } from '#app/platform/secrets.server.ts'
import { indexWords } from '../inbox/words.server.ts'

/** A text that is about to leave the desk: a message, the name of a file, or what can be read in it. */
export interface Outgoing {
  where: 'text' | 'file-name' | 'file-text'
  /** the file's name, where it is about a file's text */
  of?: string
  text: string
}
/** What was found in one of them, with the text around it. */
export interface FoundLeaks {
  where: Outgoing['where']
  of: string | null
  pieces: { text: string; kind: LeakKind | null }[]
}
/** A secretary's decision to send it all the same: why, and exactly what was shown when it was taken. */
export interface Override {
  reason: string
  seen: readonly string[]
}
export interface LeakRefusal {
  ok: false
  reason: 'leak'
  leaks: FoundLeaks[]
  /** to be sent back with the reason, so that what was not shown is not waved through */
  keys: string[]
}
export interface Towards {
  inquiryId: string
  /** `public`: words that anybody may read; neither side may be told from them */
  to: 'buyer' | 'firm' | 'public'
  /** the firm it is about; without one, every firm of the case */
  companyId?: string | null
}

const released = ['introduced', 'in-dialogue', 'agreed', 'no-deal'] as const

/** Whose names must not reach the other side yet. What the introduction has let out is no secret any more. */
async function namesToKeep(db: Reader, { inquiryId, to, companyId }: Towards): Promise<Known[]> {
  const firms = await db.select({ companyId: approaches.companyId, stage: approaches.stage }).from(approaches).where(eq(approaches.inquiryId, inquiryId))
  const met = new Set(firms.filter(({ stage }) => released.some((one) => one === stage)).map((firm) => firm.companyId))
  if (to === 'public') return [...(await buyerNames(db, inquiryId, true)), ...(await firmNames(db, firms.map((firm) => firm.companyId)))]
  if (to === 'firm') return companyId && met.has(companyId) ? [] : buyerNames(db, inquiryId)
  const kept = (companyId ? [companyId] : firms.map((firm) => firm.companyId)).filter((id) => !met.has(id))
  if (kept.length === 0) return []
  return peopleOf(db, kept)
}

async function peopleOf(db: Reader, companyIds: string[]): Promise<Known[]> {
  const people = await db.select().from(companyContacts).where(inArray(companyContacts.companyId, companyIds))
  return people.flatMap(({ name, email, phone, wechat }) => [person(name), ...[email, phone, wechat].flatMap((own) => (own ? [address(own)] : []))])
}

async function firmNames(db: Reader, companyIds: string[]): Promise<Known[]> {
  if (companyIds.length === 0) return []
  const firms = await db.select({ ja: companies.nameJa, zh: companies.nameZh, en: companies.nameEn }).from(companies).where(inArray(companies.id, companyIds))
  return [...firms.flatMap(({ ja, zh, en }) => [ja, zh, en].flatMap((name) => (name ? [{ kind: 'organisation' as const, name }] : []))), ...(await peopleOf(db, companyIds))]
}

const person = (name: string): Known => ({ kind: 'person', name })
const address = (name: string): Known => ({ kind: 'address', name })

async function buyerNames(db: Reader, inquiryId: string, always = false): Promise<Known[]> {
  const [row] = await db
    .select({ contact: inquiryContacts, nameToFirm: inquiries.nameToFirm })
    .from(inquiryContacts)
    .innerJoin(inquiries, eq(inquiries.id, inquiryContacts.inquiryId))
    .where(eq(inquiryContacts.inquiryId, inquiryId))
  if (!row || row.contact.erasedAt) return []
  const { contact, nameToFirm } = row
  return [person(contact.person), address(contact.address), ...(nameToFirm && !always ? [] : [{ kind: 'organisation' as const, name: contact.organisation }])]
}

const hosts = Object.values(env.originOf).map((origin) => new URL(origin).host.toLowerCase())
/** The office may be reached by everybody. */
const isOurs = ({ kind, found }: Leak) => (kind === 'email' ? found.toLowerCase() === env.officeMail.toLowerCase() : kind === 'web' && hosts.some((host) => new RegExp(`^(https?://)?${host.replaceAll('.', '\\.')}(?![\\w.-])`).test(found.toLowerCase())))

const keyOf = (leak: Leak) => sha256(`${leak.kind}:${leak.found}`).slice(0, 12)
const MARGIN = 24

/** A long text is shown around what was found in it. */
function excerpt(text: string, leaks: readonly Leak[]): FoundLeaks['pieces'] {
  return leaks.flatMap((leak) => {
    const from = Math.max(0, leak.start - MARGIN)
    return [{ text: `…${text.slice(from, leak.start)}`, kind: null }, { text: leak.found, kind: leak.kind }, { text: `${text.slice(leak.end, leak.end + MARGIN)}… `, kind: null }]
  })
}
const MOST_SHOWN = 20

/** Looks through what is about to go out; null when nothing was found. Nothing is ever taken away. */
export async function leaksTowards(db: Reader, towards: Towards, texts: readonly Outgoing[]): Promise<LeakRefusal | null> {
  const names = await namesToKeep(db, towards)
  const found = texts.map((one) => ({ ...one, leaks: findLeaks(one.text, names).filter((leak) => !isOurs(leak)) })).filter((one) => one.leaks.length > 0)
  if (found.length === 0) return null
  return {
    ok: false,
    reason: 'leak',
    leaks: found.map(({ where, of, text, leaks }) => ({ where, of: of ?? null, pieces: where === 'file-text' ? excerpt(text, leaks.slice(0, MOST_SHOWN)) : marked(text, leaks) })),
    keys: [...new Set(found.flatMap((one) => one.leaks.map(keyOf)))],
  }
}

/** True when somebody decided, with a reason, about everything that was found; what was added since counts anew. */
export const isCovered = (found: LeakRefusal | null, override: Override | null | undefined): boolean =>
  found === null || (Boolean(override?.reason) && found.keys.every((key) => override?.seen.includes(key)))

/**
 * Keeps a decision to send in spite of what was found: codes in the ledger, the reason as a note that can be erased.
 * To be called once the words are on their way; nothing happens where nothing was found.
 */
export async function keepOverride(tx: Writer, clerk: Secretary, { inquiryId, to }: Towards, approachId: string | null, found: LeakRefusal | null, override: Override | null | undefined): Promise<void> {
  if (!found || !override) return
  const kinds = [...new Set(found.leaks.flatMap((one) => one.pieces.flatMap((piece) => piece.kind ?? [])))].sort()
  await tx.insert(inquiryMessages).values({ inquiryId, approachId, author: 'desk', authorId: clerk.id, audience: 'desk', kind: 'note', body: override.reason, at: now() })
  await indexWords(tx, inquiryId)
  await record(tx, `inquiry:${inquiryId}`, clerk.id, 'leak-overridden', { to, approach: approachId, count: found.keys.length, kinds: kinds.join(',') })
}
