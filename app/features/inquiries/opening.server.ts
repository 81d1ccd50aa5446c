import { and, asc, count, eq, gte, inArray, sql } from 'drizzle-orm'
import type { Writer } from '#db/index.ts'
import { inquiries, inquiryContacts, inquiryTechnologies, recognisedContacts } from '#db/schema/inquiries.ts'
import { facts } from '#db/schema/platform.ts'
import { days, now, today } from '#app/platform/clock.ts'
import { currentToken, openLink } from '#app/platform/links.server.ts'
import type { Locale } from '#app/platform/locale.ts'
import { sign } from '#app/platform/secrets.server.ts'
import { foldAddress, tidyAddress } from './channel.ts'
import { keepConsent, type Spoken } from './consenting.server.ts'
import type { SpokenOrigin } from './choices.ts'
import type { InquiryForm } from './form.ts'
import { recordCase, subjectOf, type Inquiry } from './moving.server.ts'
import { openStages } from './stages.ts'
import { say, tellBuyer, tellOffice } from './telling.server.ts'
import { retime } from './timing.server.ts'

export const MOST_OPEN = 5
const RECEIPT_LASTS = days(730)

export interface Opening {
  locale: Locale
  form: InquiryForm
  /** ids of published technologies, at most five */
  technologies: readonly string[]
  submissionKey: string
  /** the form was filled in faster than a person types, or by a program: for the desk to look at */
  held: boolean
  /** taken down by the office from a call, a fair or a chat: where it came from, and how the buyer consented */
  spoken?: Spoken & { origin: SpokenOrigin }
}
export type Opened =
  | { ok: true; id: string; ticket: string; token: string; fresh: boolean }
  | { ok: false; reason: 'too-many-open' }

/** HMAC of a folded address: tells the same contact again without anybody reading it. */
export const addressKey = (channel: InquiryForm['channel'], address: string): string => sign('contact', foldAddress(channel, address))

/**
 * Opens an inquiry at `received`. The same form sent twice, or the same words from the same person within a day,
 * leads to the receipt that exists already.
 */
export async function openInquiry(tx: Writer, opening: Opening): Promise<Opened> {
  const { form, locale } = opening
  const key = addressKey(form.channel, form.address)
  const counter = `ticket:${today().slice(0, 4)}`
  await queueUp(tx, counter)
  const earlier = (await sentBefore(tx, opening.submissionKey)) ?? (await saidBefore(tx, opening, key))
  if (earlier) return { ok: true, id: earlier.id, ticket: earlier.ticket, token: await receiptToken(tx, earlier.id), fresh: false }
  if ((await openOf(tx, key)) >= MOST_OPEN && !(await isRecognised(tx, key))) return { ok: false, reason: 'too-many-open' }

  const at = now()
  const ticket = await nextTicket(tx, counter)
  const [inquiry] = await tx.insert(inquiries).values({ ...columnsOf(opening), ticket, createdAt: at, updatedAt: at, stageAt: at }).returning()
  const { id } = inquiry!
  await tx.insert(inquiryContacts).values({
    inquiryId: id,
    organisation: form.organisation,
    person: form.person,
    channel: form.channel,
    address: tidyAddress(form.address),
    addressKey: key,
  })
  if (opening.technologies.length > 0) {
    await tx.insert(inquiryTechnologies).values(opening.technologies.map((technologyId) => ({ inquiryId: id, technologyId })))
  }
  const { spoken } = opening
  await keepConsent(tx, subjectOf(id), 'processing', locale, spoken)
  await keepConsent(tx, subjectOf(id), 'transfer', locale, spoken)
  await say(tx, id, { author: 'buyer', audience: 'desk', kind: 'question', body: form.message })
  const token = await openLink(tx, 'receipt', id, new Date(at.getTime() + RECEIPT_LASTS))
  const origin = spoken?.origin ?? 'site'
  await recordCase(tx, id, spoken?.clerk.id ?? 'buyer', 'opened', { kind: form.kind, channel: form.channel, locale, technologies: opening.technologies.length, held: opening.held, origin })
  await tellOffice(tx, inquiry!, 'received')
  await tellBuyer(tx, inquiry!, 'inquiry-receipt')
  await retime(tx, id)
  return { ok: true, id, ticket, token, fresh: true }
}

/** The year's counter is the door through which openings pass one at a time: no limit can be overtaken. */
async function queueUp(tx: Writer, counter: string): Promise<void> {
  await tx.insert(facts).values({ name: counter }).onConflictDoNothing()
  await tx.update(facts).set({ value: '' }).where(eq(facts.name, counter)).returning()
}

async function nextTicket(tx: Writer, counter: string): Promise<string> {
  const [row] = await tx.update(facts).set({ number: sql`${facts.number} + 1` }).where(eq(facts.name, counter)).returning()
  return `DB-${counter.slice(-4)}-${String(row!.number).padStart(4, '0')}`
}

async function sentBefore(tx: Writer, submissionKey: string): Promise<Inquiry | null> {
  const [row] = await tx.select().from(inquiries).where(eq(inquiries.submissionKey, submissionKey))
  return row ?? null
}

/** An open inquiry of the last day with the same person, words and technologies. */
async function saidBefore(tx: Writer, { form, technologies }: Opening, key: string): Promise<Inquiry | null> {
  const candidates = await tx
    .select({ inquiry: inquiries })
    .from(inquiryContacts)
    .innerJoin(inquiries, eq(inquiries.id, inquiryContacts.inquiryId))
    .where(
      and(
        eq(inquiryContacts.addressKey, key),
        eq(inquiryContacts.organisation, form.organisation),
        eq(inquiryContacts.person, form.person),
        eq(inquiries.message, form.message),
        eq(inquiries.kind, form.kind),
        inArray(inquiries.stage, [...openStages]),
        gte(inquiries.createdAt, new Date(now().getTime() - days(1))),
      ),
    )
    .orderBy(asc(inquiries.createdAt))
  const asked = [...technologies].sort().join()
  for (const { inquiry } of candidates) {
    const chosen = await tx.select().from(inquiryTechnologies).where(eq(inquiryTechnologies.inquiryId, inquiry.id))
    if (chosen.map((row) => row.technologyId).sort().join() === asked) return inquiry
  }
  return null
}

async function openOf(tx: Writer, key: string): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(inquiryContacts)
    .innerJoin(inquiries, eq(inquiries.id, inquiryContacts.inquiryId))
    .where(and(eq(inquiryContacts.addressKey, key), inArray(inquiries.stage, [...openStages])))
  return row!.n
}

/** Intermediaries whom the office has recognised ask for many customers. */
async function isRecognised(tx: Writer, key: string): Promise<boolean> {
  const [row] = await tx.select().from(recognisedContacts).where(eq(recognisedContacts.addressKey, key))
  return Boolean(row)
}

/** The living receipt link of an inquiry, or a new one when it has expired. */
async function receiptToken(tx: Writer, id: string): Promise<string> {
  return (await currentToken(tx, 'receipt', id)) ?? (await openLink(tx, 'receipt', id, new Date(now().getTime() + RECEIPT_LASTS)))
}

function columnsOf({ locale, form, submissionKey, held, spoken }: Opening) {
  const { kind, organisationKind, region, size, nameToFirm, site, process, presentData, goal, budget, timing, cooperation, message } = form
  const onBehalf = form.behalf === 'customer' ? { kind: form.customerKind, region: form.customerRegion, size: form.customerSize } : null
  const asked = { organisationKind, region, size, nameToFirm, onBehalf, site, process, presentData, goal, budget, timing, cooperation }
  return { ...asked, stage: 'received' as const, origin: spoken?.origin ?? ('site' as const), office: spoken?.clerk.office ?? null, countedFrom: now(), kind, locale, submissionKey, held, message }
}
