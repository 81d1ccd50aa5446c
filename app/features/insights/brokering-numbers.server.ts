import { and, asc, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { companies, listings } from '#db/schema/catalogue.ts'
import { inquiries, inquiryTechnologies } from '#db/schema/inquiries.ts'
import { ledger } from '#db/schema/platform.ts'
import { batches } from '../catalogue/batches.ts'
import { readFields } from '../catalogue/taxonomy.server.ts'
import { numbersOf, reasonVerbs, steps, type CaseFacts, type Numbers } from './brokering-numbers.ts'
import { momentsOf, type Period } from './period.ts'

const VERBS = [...steps, ...reasonVerbs, 'asked', 'relayed', 'answered', 'lapsed', 'withdrawn', 'reopened']

/**
 * What became of the cases that arrived in a period, read from the ledger.
 * @param until `ever`: whenever that was; `within`: by the end of the period
 */
export async function readNumbers(db: Reader, period: Period, until: 'ever' | 'within' = 'ever'): Promise<Numbers & { names: { firms: Record<string, { ja: string | null; zh: string | null }>; fields: Record<string, { ja: string; zh: string }> } }> {
  const { start, end } = momentsOf(period)
  const chosen = and(gte(inquiries.createdAt, start), lt(inquiries.createdAt, end), period.office ? eq(inquiries.office, period.office) : undefined)
  const [rows, history, asked, tree] = await Promise.all([
    db
      .select({ id: inquiries.id, kind: inquiries.kind, origin: inquiries.origin, office: inquiries.office, createdAt: inquiries.createdAt })
      .from(inquiries)
      .where(chosen)
      .orderBy(asc(inquiries.createdAt), asc(inquiries.id)),
    db
      .select({ inquiry: inquiries.id, verb: ledger.verb, at: ledger.at, codes: ledger.codes })
      .from(inquiries)
      .innerJoin(ledger, eq(ledger.subject, sql`'inquiry:' || ${inquiries.id}`))
      .where(and(chosen, inArray(ledger.verb, VERBS), until === 'within' ? lt(ledger.at, end) : undefined))
      .orderBy(asc(ledger.id)),
    db
      .select({ inquiry: inquiryTechnologies.inquiryId, card: listings.card })
      .from(inquiries)
      .innerJoin(inquiryTechnologies, eq(inquiryTechnologies.inquiryId, inquiries.id))
      .innerJoin(listings, eq(listings.technologyId, inquiryTechnologies.technologyId))
      .where(chosen),
    readFields(db),
  ])
  const parentOf = new Map(tree.map((field) => [field.id, field.parentId]))
  const cases = new Map<string, CaseFacts>(rows.map((row) => [row.id, { ...row, fields: [], events: [] }]))
  for (const { inquiry, card } of asked) cases.get(inquiry)?.fields.push(...card.fields.map((id) => parentOf.get(id) ?? id))
  for (const { inquiry, verb, at, codes } of history) {
    cases.get(inquiry)?.events.push({ verb, at, approach: textOf(codes.approach), company: textOf(codes.company), reason: textOf(codes.reason) })
  }
  const numbers = numbersOf([...cases.values()])
  const names: Record<string, { ja: string | null; zh: string | null }> = {}
  for (const batch of batches(numbers.firms.map((firm) => firm.key))) {
    const found = await db.select({ id: companies.id, ja: companies.nameJa, zh: companies.nameZh }).from(companies).where(inArray(companies.id, batch))
    for (const { id, ja, zh } of found) names[id] = { ja, zh }
  }
  return { ...numbers, names: { firms: names, fields: Object.fromEntries(tree.map(({ id, ja, zh }) => [id, { ja, zh }])) } }
}

const textOf = (code: unknown) => (typeof code === 'string' ? code : null)
