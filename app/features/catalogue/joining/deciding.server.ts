import { and, eq, inArray, isNotNull, isNull, ne } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { users } from '#db/schema/accounts.ts'
import { companies, companyContacts, joinings, mergedCompanies } from '#db/schema/catalogue.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { setCompany } from '#app/features/accounts/mutations.server.ts'
import { days, now } from '#app/platform/clock.ts'
import { cancel, schedule } from '#app/platform/jobs.server.ts'
import { record } from '#app/platform/ledger.server.ts'
import { queueLetter } from '#app/platform/mail.server.ts'
import { blankCompany } from '../drafts.ts'
import { saveCompany } from '../mutations.server.ts'
import { refusedSlugs, type SlugRefusal } from '../slugs.server.ts'
import { peopleOf } from '../revising/telling.server.ts'
import { companySortKeys } from '../sorting.ts'
import { expiryKey, subjectOf, type Joining } from './joining.server.ts'

export type Decided = { ok: true; companyId?: string } | { ok: false; reason: 'already-moved' | 'no-company' | SlugRefusal }
/** What the office may still decide: it may change its mind about a no. */
const open = ['waiting', 'rejected'] as const
const REJECTED_LASTS = days(180)

async function decide(tx: Writer, clerk: Secretary, id: string, from: readonly (typeof open)[number][], change: Partial<Joining>): Promise<Joining | null> {
  const [joining] = await tx
    .update(joinings)
    .set({ reason: null, ...change, decidedBy: clerk.id, decidedAt: now() })
    .where(and(eq(joinings.id, id), inArray(joinings.state, [...from])))
    .returning()
  return joining ?? null
}

/** waiting → approved: a new company with its first person and the contact its inquiries go to. */
export async function approveJoining(tx: Writer, clerk: Secretary, id: string, slug: string): Promise<Decided> {
  const companyId = crypto.randomUUID()
  const refused = (await refusedSlugs(tx, 'company', [{ id: companyId, slug }])).get(companyId)
  if (refused) return { ok: false, reason: refused }
  const joining = await decide(tx, clerk, id, open, { state: 'approved' })
  if (!joining) return { ok: false, reason: 'already-moved' }
  const saved = await saveCompany(tx, { ...blankCompany(companyId), ...joining.content, slug, state: 'published' }, clerk.id)
  if (!saved.ok) throw new Error(saved.reason)
  await letIn(tx, clerk, joining, companyId)
  await record(tx, subjectOf(id), clerk.id, 'joining-approved', { company: companyId })
  return { ok: true, companyId }
}

/** waiting → merged: the person comes into a company that is there already; its own words stay as they are. */
export async function mergeJoining(tx: Writer, clerk: Secretary, id: string, companyId: string): Promise<Decided> {
  if (!(await isPresent(tx, companyId))) return { ok: false, reason: 'no-company' }
  const joining = await decide(tx, clerk, id, open, { state: 'merged' })
  if (!joining) return { ok: false, reason: 'already-moved' }
  const before = await peopleOf(tx, companyId)
  await letIn(tx, clerk, joining, companyId)
  for (const { email, locale } of before) {
    await queueLetter(tx, { kind: 'colleague-joined', subject: `company:${companyId}`, recipient: email, locale, payload: { company: companyId, person: joining.userId } })
  }
  await record(tx, subjectOf(id), clerk.id, 'joining-merged', { company: companyId })
  return { ok: true, companyId }
}

/** waiting → rejected, with the reason the person reads. */
export async function rejectJoining(tx: Writer, clerk: Secretary, id: string, reason: string): Promise<Decided> {
  const joining = await decide(tx, clerk, id, ['waiting'], { state: 'rejected', reason })
  if (!joining) return { ok: false, reason: 'already-moved' }
  await schedule(tx, 'joining-expiry', expiryKey(id), new Date(now().getTime() + REJECTED_LASTS), { id })
  await record(tx, subjectOf(id), clerk.id, 'joining-rejected')
  await tellApplicant(tx, joining, 'joining-rejected')
  return { ok: true }
}

/** A company that exists and was not merged into another one. */
export async function isPresent(db: Reader, companyId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: companies.id })
    .from(companies)
    .leftJoin(mergedCompanies, eq(mergedCompanies.companyId, companies.id))
    .where(and(eq(companies.id, companyId), isNull(mergedCompanies.companyId)))
  return row !== undefined
}

async function letIn(tx: Writer, clerk: Secretary, { id, userId, department }: Joining, companyId: string): Promise<void> {
  await tx.update(joinings).set({ companyId }).where(eq(joinings.id, id)).returning({ id: joinings.id })
  await cancel(tx, expiryKey(id))
  await setCompany(tx, userId, companyId, clerk.id)
  const [person] = await tx.select().from(users).where(eq(users.id, userId))
  const known = await tx.$count(companyContacts, and(eq(companyContacts.companyId, companyId), isNotNull(companyContacts.email)))
  if (person && known === 0) {
    await tx.insert(companyContacts).values({ companyId, name: person.name, department, email: person.email, locale: person.locale, createdAt: now() })
  }
  await tellApplicant(tx, { id, userId }, 'joining-approved')
}

async function tellApplicant(tx: Writer, { id, userId }: Pick<Joining, 'id' | 'userId'>, kind: 'joining-approved' | 'joining-rejected'): Promise<void> {
  const [person] = await tx.select().from(users).where(eq(users.id, userId))
  if (person) await queueLetter(tx, { kind, subject: subjectOf(id), recipient: person.email, locale: person.locale, payload: { joining: id } })
}

/** A free address for the company's page, from the English name or else the reading. */
export async function suggestedSlug(db: Reader, { content, id }: Joining): Promise<string> {
  const bare = companySortKeys(content).sortAlpha.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 48) || id.slice(0, 8)
  for (const slug of [bare, `${bare}-2`, `${bare}-3`]) {
    if ((await db.$count(companies, and(eq(companies.slug, slug), ne(companies.id, id)))) === 0) return slug
  }
  return `${bare}-${id.slice(0, 4)}`
}
