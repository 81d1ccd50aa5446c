import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { users } from '#db/schema/accounts.ts'
import { companies } from '#db/schema/catalogue.ts'
import { approaches, inquiries, inquiryContacts, inquiryMessages } from '#db/schema/inquiries.ts'
import { ledger, outbox } from '#db/schema/platform.ts'
import { keptFor } from './erasing/due.server.ts'
import { listStaff } from '#app/features/accounts/data.server.ts'
import { needsExportControl } from './introducing.server.ts'
import { subjectOf } from './moving.server.ts'
import { offersOfCase } from './needs/offering.server.ts'
import { technologiesOf } from './receipt.server.ts'
import { openStages } from './stages.ts'
import { tasksOf } from './tasks.server.ts'

/** A case as the desk reads it, top to bottom. The buyer stays masked: of the contact only the kind of channel is read. */
export async function readCase(db: Reader, id: string) {
  const [row] = await db
    .select({ inquiry: inquiries, owner: users.name, channel: inquiryContacts.channel, addressKey: inquiryContacts.addressKey })
    .from(inquiries)
    .innerJoin(inquiryContacts, eq(inquiryContacts.inquiryId, inquiries.id))
    .leftJoin(users, eq(users.id, inquiries.ownerId))
    .where(eq(inquiries.id, id))
  if (!row) return null
  const { inquiry, owner, channel, addressKey } = row
  return {
    inquiry,
    owner,
    channel,
    technologies: await technologiesOf(db, id),
    approaches: await approachesOf(db, id),
    messages: await db.select().from(inquiryMessages).where(eq(inquiryMessages.inquiryId, id)).orderBy(asc(inquiryMessages.id)),
    letters: await lettersOf(db, id),
    people: await peopleOf(db),
    events: await db
      .select({ id: ledger.id, verb: ledger.verb, codes: ledger.codes, at: ledger.at, actor: ledger.actor, name: users.name })
      .from(ledger)
      .leftJoin(users, eq(users.id, ledger.actor))
      .where(eq(ledger.subject, subjectOf(id)))
      .orderBy(asc(ledger.id)),
    tasks: await tasksOf(db, id),
    kept: await keptFor(db, id),
    sameContact: await openWithSameContact(db, id, addressKey),
  }
}
export type Case = NonNullable<Awaited<ReturnType<typeof readCase>>>

/** Letters about a case: of which kind and when, never to which address. */
const lettersOf = (db: Reader, id: string) =>
  db
    .select({ id: outbox.id, kind: outbox.kind, createdAt: outbox.createdAt, sentAt: outbox.sentAt, failed: outbox.failed })
    .from(outbox)
    .where(eq(outbox.subject, subjectOf(id)))
    .orderBy(asc(outbox.createdAt), asc(outbox.id))

/** Names of the office's people, past ones too: the history names them by id. */
async function peopleOf(db: Reader): Promise<Record<string, string>> {
  return Object.fromEntries((await listStaff(db)).map(({ id, name }) => [id, name]))
}

export async function approachesOf(db: Reader, inquiryId: string) {
  const rows = await db
    .select({ approach: approaches, company: { slug: companies.slug, ja: companies.nameJa, zh: companies.nameZh } })
    .from(approaches)
    .innerJoin(companies, eq(companies.id, approaches.companyId))
    .where(eq(approaches.inquiryId, inquiryId))
    .orderBy(asc(approaches.createdAt), asc(approaches.id))
  const offers = await offersOfCase(db, rows.filter(({ approach }) => approach.offered).map(({ approach }) => approach.id))
  return Promise.all(
    rows.map(async ({ approach, company }) => ({
      ...approach,
      offer: offers.get(approach.id)?.map(({ name }) => name) ?? null,
      company,
      exportControl: approach.stage === 'consenting' && (await needsExportControl(db, approach)),
    })),
  )
}
export type CaseApproach = Awaited<ReturnType<typeof approachesOf>>[number]

/** Other open cases of the same contact, told by the key alone: a warning against doing the work twice. */
async function openWithSameContact(db: Reader, id: string, addressKey: string) {
  return db
    .select({ id: inquiries.id, ticket: inquiries.ticket, stage: inquiries.stage })
    .from(inquiryContacts)
    .innerJoin(inquiries, eq(inquiries.id, inquiryContacts.inquiryId))
    .where(and(eq(inquiryContacts.addressKey, addressKey), ne(inquiries.id, id), inArray(inquiries.stage, [...openStages])))
    .orderBy(asc(inquiries.createdAt))
    .limit(10)
}
