import { and, asc, eq, inArray, isNotNull, isNull, lt, notExists, or, sql, type SQL } from 'drizzle-orm'
import { transact, type Reader } from '#db/index.ts'
import { users } from '#db/schema/accounts.ts'
import { companies, companyContacts, invitations } from '#db/schema/catalogue.ts'
import { approaches, provisions } from '#db/schema/inquiries.ts'
import { partyContacts, projectParties, projects } from '#db/schema/projects.ts'
import { now } from '#app/platform/clock.ts'
import { record } from '#app/platform/ledger.server.ts'

const dayOf = (at: Date) => at.toISOString().slice(0, 10)

/** Of firms that are no longer shown, have nobody left who signs in, and are in no case that is still under way. */
const leftBefore = (db: Reader, before: Date): SQL | undefined =>
  and(
    eq(companies.state, 'unpublished'),
    lt(companies.updatedAt, before),
    notExists(db.select({ id: users.id }).from(users).where(and(eq(users.companyId, companies.id), isNull(users.disabledAt)))),
    notExists(db.select({ id: approaches.id }).from(approaches).where(and(eq(approaches.companyId, companies.id), inArray(approaches.stage, ['forwarded', 'interested', 'consenting', 'introduced', 'in-dialogue'])))),
  )

export const firmContactsDue = (db: Reader, before: Date) =>
  db.$count(companyContacts, inArray(companyContacts.companyId, db.select({ id: companies.id }).from(companies).where(leftBefore(db, before))))

export async function eraseFirmContacts(db: Reader, before: Date, most: number): Promise<number> {
  const rows = await db.select({ id: companyContacts.id, companyId: companyContacts.companyId }).from(companyContacts).innerJoin(companies, eq(companies.id, companyContacts.companyId)).where(leftBefore(db, before)).orderBy(asc(companyContacts.id)).limit(most)
  for (const { id, companyId } of rows) {
    await transact(async (tx) => {
      const [gone] = await tx.delete(companyContacts).where(and(eq(companyContacts.id, id), inArray(companyContacts.companyId, tx.select({ id: companies.id }).from(companies).where(leftBefore(tx, before))))).returning()
      if (gone) await record(tx, `company:${companyId}`, 'system', 'contact-erased', { why: 'time' })
    })
  }
  return rows.length
}

/** Of parties that have left a project, or whose project is over and was last confirmed before then. */
const partiesBefore = (before: Date): SQL | undefined =>
  and(
    isNull(partyContacts.erasedAt),
    or(
      and(isNotNull(projectParties.untilOn), lt(projectParties.untilOn, dayOf(before))),
      and(inArray(projects.status, ['completed', 'cancelled', 'merged']), lt(sql`coalesce(${projects.lastConfirmedOn}, ${projects.statusOn}, ${projects.announcedOn})`, dayOf(before))),
      and(eq(projects.state, 'dropped'), lt(projects.updatedAt, before)),
    ),
  )

const partyContactsBefore = (db: Reader, before: Date) =>
  db
    .select({ id: partyContacts.id, projectId: projectParties.projectId })
    .from(partyContacts)
    .innerJoin(projectParties, eq(projectParties.id, partyContacts.partyId))
    .innerJoin(projects, eq(projects.id, projectParties.projectId))
    .where(partiesBefore(before))
    .orderBy(asc(partyContacts.id))

export const partyContactsDue = async (db: Reader, before: Date) => (await partyContactsBefore(db, before)).length

export async function erasePartyContacts(db: Reader, before: Date, most: number): Promise<number> {
  const rows = await partyContactsBefore(db, before).limit(most)
  for (const { id, projectId } of rows) {
    await transact(async (tx) => {
      const [gone] = await tx
        .update(partyContacts)
        .set({ person: '', role: null, email: null, phone: null, wechat: null, erasedAt: now() })
        .where(and(eq(partyContacts.id, id), isNull(partyContacts.erasedAt)))
        .returning()
      if (gone) await record(tx, `project:${projectId}`, 'system', 'contact-erased', { why: 'time' })
    })
  }
  return rows.length
}

export const invitationsDue = (db: Reader, before: Date) => db.$count(invitations, lt(invitations.createdAt, before))

export const eraseInvitations = (db: Reader, before: Date, most: number): Promise<number> =>
  transact(async (tx) => {
    const rows = await tx.select({ id: invitations.id, companyId: invitations.companyId }).from(invitations).where(lt(invitations.createdAt, before)).orderBy(asc(invitations.id)).limit(most)
    if (rows.length > 0) await tx.delete(invitations).where(inArray(invitations.id, rows.map((row) => row.id)))
    for (const { companyId } of rows) await record(tx, `company:${companyId}`, 'system', 'invitation-erased', { why: 'time' })
    return rows.length
  })

export const provisionsDue = (db: Reader, before: Date) => db.$count(provisions, lt(provisions.at, before))

/** Records of what was handed over hold no contact; they go when the law no longer asks for them. */
export const eraseProvisions = (db: Reader, before: Date, most: number): Promise<number> =>
  transact(async (tx) => {
    const rows = await tx.select({ id: provisions.id, companyId: provisions.companyId }).from(provisions).where(lt(provisions.at, before)).orderBy(asc(provisions.id)).limit(most)
    if (rows.length > 0) await tx.delete(provisions).where(inArray(provisions.id, rows.map((row) => row.id)))
    for (const { companyId } of rows) await record(tx, `company:${companyId}`, 'system', 'provision-erased', { why: 'time' })
    return rows.length
  })
