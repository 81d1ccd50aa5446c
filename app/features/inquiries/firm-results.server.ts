import { and, asc, count, countDistinct, eq, inArray, isNull, ne, or } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { technologies } from '#db/schema/catalogue.ts'
import { approaches, inquiries, inquiryTechnologies } from '#db/schema/inquiries.ts'
import { currentToken } from '#app/platform/links.server.ts'
import { labelOf, labels, type ApproachStage, type Label, type Stage } from './stages.ts'

/** How many inquiries stand at each of the six plain labels. */
export type ByLabel = Record<Label, number>
const none = (): ByLabel => Object.fromEntries(labels.map((label) => [label, 0])) as ByLabel

/** The label of a case for one firm: its own approach decides; before it is asked, the desk is still checking. */
function labelFor(stage: Stage, approach: ApproachStage | null): Label {
  if (approach) return approach === 'declined' || approach === 'refused' ? 'finished' : labelOf(approach)
  const label = labelOf(stage)
  return label === 'received' || label === 'finished' ? label : 'checking'
}

/**
 * What came of a firm’s technologies: numbers only. Nothing of an inquiry but its stage is read here, so that nothing
 * of the buyer can be shown before the introduction.
 */
export async function inquiriesOfFirm(db: Reader, companyId: string): Promise<{ total: ByLabel; of: Record<string, ByLabel> }> {
  const own = and(eq(approaches.inquiryId, inquiries.id), eq(approaches.companyId, companyId))
  const asked = await db
    .select({ technologyId: inquiryTechnologies.technologyId, stage: inquiries.stage, approach: approaches.stage, n: count() })
    .from(inquiryTechnologies)
    .innerJoin(technologies, eq(technologies.id, inquiryTechnologies.technologyId))
    .innerJoin(inquiries, eq(inquiries.id, inquiryTechnologies.inquiryId))
    .leftJoin(approaches, own)
    .where(and(eq(technologies.companyId, companyId), or(eq(inquiries.held, false), ne(inquiries.stage, 'received'))))
    .groupBy(inquiryTechnologies.technologyId, inquiries.stage, approaches.stage)
  const of: Record<string, ByLabel> = {}
  for (const { technologyId, stage, approach, n } of asked) (of[technologyId] ??= none())[labelFor(stage, approach)] += n

  const total = none()
  const approached = await db.select({ stage: approaches.stage, n: count() }).from(approaches).where(eq(approaches.companyId, companyId)).groupBy(approaches.stage)
  for (const { stage, n } of approached) total[labelFor('checking', stage)] += n
  const notYet = await db
    .select({ stage: inquiries.stage, n: countDistinct(inquiries.id) })
    .from(inquiryTechnologies)
    .innerJoin(technologies, eq(technologies.id, inquiryTechnologies.technologyId))
    .innerJoin(inquiries, eq(inquiries.id, inquiryTechnologies.inquiryId))
    .leftJoin(approaches, own)
    .where(and(eq(technologies.companyId, companyId), isNull(approaches.id), or(eq(inquiries.held, false), ne(inquiries.stage, 'received'))))
    .groupBy(inquiries.stage)
  for (const { stage, n } of notYet) total[labelFor(stage, null)] += n
  return { total, of }
}

export interface OpenQuestion {
  approach: string
  ticket: string
  /** an answer, or the consent to be named */
  wanted: 'answer' | 'consent'
  since: Date
}

/** What the desk has asked the firm and waits for, the oldest first. */
export async function openQuestions(db: Reader, companyId: string): Promise<OpenQuestion[]> {
  const rows = await db
    .select({ approach: approaches.id, ticket: inquiries.ticket, stage: approaches.stage, since: approaches.stageAt })
    .from(approaches)
    .innerJoin(inquiries, eq(inquiries.id, approaches.inquiryId))
    .where(and(eq(approaches.companyId, companyId), inArray(approaches.stage, ['forwarded', 'consenting']), isNull(approaches.firmConsentAt)))
    .orderBy(asc(approaches.stageAt), asc(approaches.id))
    .limit(50)
  return rows.map(({ stage, ...row }) => ({ ...row, wanted: stage === 'forwarded' ? 'answer' : 'consent' }))
}

/** The private answer page of one of the firm’s own cases, without a token once its link has ended; null: not its own. */
export async function answerLink(db: Reader, companyId: string, approachId: string): Promise<{ token: string | null } | null> {
  const [own] = await db.select({ id: approaches.id }).from(approaches).where(and(eq(approaches.id, approachId), eq(approaches.companyId, companyId)))
  return own ? { token: await currentToken(db, 'answer', own.id) } : null
}
