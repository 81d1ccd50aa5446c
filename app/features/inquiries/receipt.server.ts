import { and, asc, eq, inArray, or } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { companies } from '#db/schema/catalogue.ts'
import { ledger } from '#db/schema/platform.ts'
import { approaches, inquiries, inquiryContacts, inquiryMessages, inquiryTechnologies } from '#db/schema/inquiries.ts'
import { namesOfTechnologies, type NamedTechnology } from '#app/features/catalogue/naming.server.ts'
import { shadeAddress } from './channel.ts'
import { filesShown } from './conversation/files.server.ts'
import { subjectOf } from './moving.server.ts'
import { needOf } from './needs/drafting.server.ts'
import { agreedTo } from './needs/publishing.server.ts'
import { releasesOf } from './releasing/releases.server.ts'
import { labelOf, labelsPassed } from './stages.ts'

/** What a page may show of a message: never who wrote it by name. */
export interface Said {
  id: number
  author: 'buyer' | 'firm' | 'desk' | 'system'
  kind: 'question' | 'answer' | 'note' | 'relay' | 'outcome'
  body: string
  at: Date
}

export const saidColumns = { id: inquiryMessages.id, author: inquiryMessages.author, kind: inquiryMessages.kind, body: inquiryMessages.body, at: inquiryMessages.at }

export interface NamedFirm {
  approach: string
  stage: (typeof approaches.$inferSelect)['stage']
  name: { ja: string | null; zh: string | null }
  agreed: boolean
}

/** The buyer's own case as its receipt shows it. No column of a company's contacts is read here. */
export async function readReceipt(db: Reader, id: string) {
  const [inquiry] = await db
    .select({
      id: inquiries.id,
      ticket: inquiries.ticket,
      stage: inquiries.stage,
      kind: inquiries.kind,
      createdAt: inquiries.createdAt,
      stageAt: inquiries.stageAt,
      channel: inquiryContacts.channel,
    })
    .from(inquiries)
    .innerJoin(inquiryContacts, eq(inquiryContacts.inquiryId, inquiries.id))
    .where(eq(inquiries.id, id))
  if (!inquiry) return null
  const messages: Said[] = await db
    .select(saidColumns)
    .from(inquiryMessages)
    .where(and(eq(inquiryMessages.inquiryId, id), or(eq(inquiryMessages.author, 'buyer'), eq(inquiryMessages.audience, 'buyer'))))
    .orderBy(asc(inquiryMessages.id))
  const history = await db.select({ verb: ledger.verb }).from(ledger).where(eq(ledger.subject, subjectOf(id)))
  const label = labelOf(inquiry.stage)
  const passed = labelsPassed(history.map((event) => event.verb), label)
  return { ...inquiry, label, passed, technologies: await technologiesOf(db, id), messages, files: await filesShown(db, 'buyer', id), firms: await firmsNamed(db, id), releases: await releasesOf(db, id), publication: await publicationOf(db, id) }
}
export type Receipt = NonNullable<Awaited<ReturnType<typeof readReceipt>>>

export async function technologiesOf(db: Reader, inquiryId: string): Promise<NamedTechnology[]> {
  const rows = await db.select().from(inquiryTechnologies).where(eq(inquiryTechnologies.inquiryId, inquiryId)).orderBy(asc(inquiryTechnologies.id))
  return namesOfTechnologies(db, { ids: rows.map((row) => row.technologyId) })
}

/** What the buyer has to know of a publication: whether it is asked for, agreed to, or public. */
async function publicationOf(db: Reader, inquiryId: string) {
  const need = await needOf(db, inquiryId)
  if (!need || need.state === 'closed' || (need.state === 'draft' && (!need.askedAt || need.refusedAt))) return null
  return { state: need.state === 'published' ? ('published' as const) : ('asked' as const), agreed: Boolean(await agreedTo(db, need)), slug: need.slug }
}

/** The firms that ask to be introduced, or were. */
async function firmsNamed(db: Reader, inquiryId: string): Promise<NamedFirm[]> {
  const rows = await db
    .select({ approach: approaches.id, stage: approaches.stage, ja: companies.nameJa, zh: companies.nameZh, agreedAt: approaches.buyerConsentAt })
    .from(approaches)
    .innerJoin(companies, eq(companies.id, approaches.companyId))
    .where(and(eq(approaches.inquiryId, inquiryId), inArray(approaches.stage, ['consenting', 'introduced', 'in-dialogue', 'agreed', 'no-deal'])))
    .orderBy(asc(approaches.createdAt), asc(approaches.id))
  return rows.map(({ approach, stage, ja, zh, agreedAt }) => ({ approach, stage, name: { ja, zh }, agreed: agreedAt !== null }))
}

/** The buyer's own fields, as they would go out; the address shaded, because a receipt's link may be passed on. */
export async function readOwnFields(db: Reader, inquiryId: string) {
  const [own] = await db.select().from(inquiryContacts).where(eq(inquiryContacts.inquiryId, inquiryId))
  if (!own || own.erasedAt) return null
  return { organisation: own.organisation, person: own.person, channel: own.channel, address: shadeAddress(own.address) }
}
