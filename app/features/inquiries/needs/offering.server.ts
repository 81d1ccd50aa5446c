import { and, asc, desc, eq, gte, inArray, isNull, ne } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { listings, technologies } from '#db/schema/catalogue.ts'
import { approaches, needOffers, needs } from '#db/schema/inquiries.ts'
import type { Registrant } from '#app/features/accounts/gate.server.ts'
import { namesOfTechnologies } from '#app/features/catalogue/naming.server.ts'
import { days, now, today } from '#app/platform/clock.ts'
import { openLink } from '#app/platform/links.server.ts'
import { indexWords } from '../inbox/words.server.ts'
import { holdOpenInquiry, recordCase, settle, type Approach } from '../moving.server.ts'
import { firmContact, say, tellOffice } from '../telling.server.ts'
import { settled } from '../timing.server.ts'
import { OFFERED_MOST } from './need-form.ts'

const ANSWER_LASTS = days(60)

export type OfferRefusal = 'ended' | 'already-offered' | 'already-asked' | 'company-unreachable'
export type Offered = { ok: true; approach: string } | { ok: false; reason: OfferRefusal; approach?: string }

/** Where a firm stands with a published need before it writes; null: it may answer. */
export async function standingOf(db: Reader, need: { id: string; inquiryId: string }, companyId: string): Promise<{ reason: OfferRefusal; approach?: string } | null> {
  const [approach] = await db.select({ id: approaches.id, offered: approaches.offered }).from(approaches).where(and(eq(approaches.inquiryId, need.inquiryId), eq(approaches.companyId, companyId), eq(approaches.earlier, false)))
  if (approach) return { reason: approach.offered ? 'already-offered' : 'already-asked', approach: approach.id }
  const [offer] = await db.select({ id: needOffers.id }).from(needOffers).where(and(eq(needOffers.needId, need.id), eq(needOffers.companyId, companyId)))
  if (offer) return { reason: 'already-offered' }
  return (await firmContact(db, companyId)) ? null : { reason: 'company-unreachable' }
}

const published = async (db: Reader, slug: string) => {
  const [need] = await db.select().from(needs).where(and(eq(needs.slug, slug), eq(needs.state, 'published'), gte(needs.closesOn, today())))
  return need ?? null
}

/** A published need and where this firm stands with it; null: nothing is published there. */
export async function needToAnswer(db: Reader, slug: string, companyId: string) {
  const need = await published(db, slug)
  return need && { title: { ja: need.titleJa, zh: need.titleZh }, text: { ja: need.textJa, zh: need.textZh }, refused: await standingOf(db, need, companyId) }
}

/**
 * “We can do this”: a firm answers a published need, once. Its approach begins where others stand that were asked and
 * are interested; the office hears of it and decides what goes on. Nothing more of the buyer opens to the firm.
 */
export async function offerToNeed(tx: Writer, person: Registrant, slug: string, { body, technologyIds }: { body: string; technologyIds: readonly string[] }): Promise<Offered> {
  const { companyId } = person
  const known = await published(tx, slug)
  const inquiry = known && (await holdOpenInquiry(tx, known.inquiryId))
  // Read once more: the case is held now, and nobody can close the need or ask this firm meanwhile.
  const need = inquiry && (await published(tx, slug))
  if (!need) return { ok: false, reason: 'ended' }
  const standing = await standingOf(tx, need, companyId)
  if (standing) return { ok: false, ...standing }
  const contact = (await firmContact(tx, companyId))!
  const at = now()
  const begun = { stage: 'interested' as const, question: contact.locale === 'zh' ? need.textZh : need.textJa, contactId: contact.id, offered: true, stageAt: at, countedFrom: at, reminded: 0 }
  const anew = { earlier: false, declineReason: null, outcomeReason: null, buyerConsentAt: null, firmConsentAt: null, exportControlSeenBy: null } satisfies Partial<Approach>
  const [approach] = await tx
    .insert(approaches)
    .values({ inquiryId: inquiry.id, companyId, ...begun, createdAt: at })
    .onConflictDoUpdate({ target: [approaches.inquiryId, approaches.companyId], set: { ...begun, ...anew }, setWhere: eq(approaches.earlier, true) })
    .returning()
  if (!approach) return { ok: false, reason: 'already-asked' }
  const own = await ownPublished(tx, companyId, technologyIds.slice(0, OFFERED_MOST))
  await tx.insert(needOffers).values({ needId: need.id, companyId, approachId: approach.id, userId: person.id, technologies: own, at })
  await settle(tx, inquiry)
  await openLink(tx, 'answer', approach.id, new Date(at.getTime() + ANSWER_LASTS))
  await say(tx, inquiry.id, { author: 'firm', authorId: person.id, audience: 'desk', kind: 'answer', body, approachId: approach.id })
  await recordCase(tx, inquiry.id, 'firm', 'offered', { approach: approach.id, company: companyId, technologies: own.length })
  await tellOffice(tx, inquiry, 'offered')
  await indexWords(tx, inquiry.id)
  await settled(tx, inquiry.id)
  return { ok: true, approach: approach.id }
}

async function ownPublished(db: Reader, companyId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db.select({ id: technologies.id }).from(technologies).where(and(eq(technologies.companyId, companyId), eq(technologies.state, 'published'), isNull(technologies.deletedAt), inArray(technologies.id, [...ids])))
  return ids.filter((id) => rows.some((row) => row.id === id))
}

const MOST_NAMED = 100

/** The technologies of a firm that the public sees, to choose from. */
export async function technologiesToOffer(db: Reader, companyId: string) {
  const rows = await db.select({ id: technologies.id }).from(listings).innerJoin(technologies, eq(technologies.id, listings.technologyId)).where(eq(listings.companyId, companyId)).orderBy(asc(technologies.id)).limit(MOST_NAMED)
  return (await namesOfTechnologies(db, { ids: rows.map((row) => row.id) })).map(({ id, name }) => ({ id, name }))
}

/** What firms have offered to a case, by approach: the technologies, by name. */
export async function offersOfCase(db: Reader, approachIds: readonly string[]) {
  const rows = approachIds.length === 0 ? [] : await db.select().from(needOffers).where(inArray(needOffers.approachId, [...approachIds]))
  const names = await namesOfTechnologies(db, { ids: [...new Set(rows.flatMap((row) => row.technologies))] })
  return new Map(rows.map((row) => [row.approachId, names.filter((one) => row.technologies.includes(one.id))]))
}

export interface FirmOffer {
  approach: string
  slug: string
  /** null while it is being worded anew */
  title: { ja: string; zh: string } | null
  stage: Approach['stage']
  at: Date
}
const MOST_SHOWN = 10

/** What a firm has offered by itself, the newest first. */
export async function offersOfFirm(db: Reader, companyId: string): Promise<FirmOffer[]> {
  const rows = await db
    .select({ approach: approaches.id, slug: needs.slug, ja: needs.titleJa, zh: needs.titleZh, state: needs.state, stage: approaches.stage, at: needOffers.at })
    .from(needOffers)
    .innerJoin(needs, eq(needs.id, needOffers.needId))
    .innerJoin(approaches, eq(approaches.id, needOffers.approachId))
    .where(eq(needOffers.companyId, companyId))
    .orderBy(desc(needOffers.at), asc(needOffers.id))
    .limit(MOST_SHOWN)
  return rows.map(({ ja, zh, state, ...row }) => ({ ...row, title: state === 'draft' ? null : { ja, zh } }))
}

/** What a firm that came by itself may know of the buyer: what was published; nothing while it is being worded anew. */
export async function publishedBuyer(db: Reader, inquiryId: string) {
  const [need] = await db.select({ organisationKind: needs.organisationKind, region: needs.region, size: needs.size }).from(needs).where(and(eq(needs.inquiryId, inquiryId), ne(needs.state, 'draft')))
  return need ?? { organisationKind: null, region: null, size: null }
}
