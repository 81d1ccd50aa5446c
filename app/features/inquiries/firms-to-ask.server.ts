import { and, asc, eq, exists, inArray, isNotNull, like, or, sql } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { companies, companyContacts, technologies, type Bilingual } from '#db/schema/catalogue.ts'
import { approaches, inquiryTechnologies } from '#db/schema/inquiries.ts'
import { suggestTechnologies, type Suggestion } from '#app/features/catalogue/search/suggesting.server.ts'
import type { Inquiry } from './moving.server.ts'

export interface FirmToAsk {
  id: string
  name: { ja: string | null; zh: string | null; en: string | null }
  /** somebody with an e-mail address is on record; who it is stays unread */
  reachable: boolean
  asked: boolean
  /** technologies that answer the need, the best first, with the words that speak for each */
  suggested: { slug: string; name: Bilingual; because: Suggestion['because'] }[]
}
const MOST = 20
const MOST_SUGGESTED = 20
const MOST_OF_FIRM = 3

/** What a case says of its problem, for finding technologies: the message, the process, the data and the goal. */
export const needText = ({ message, process, presentData, goal }: Pick<Inquiry, 'message' | 'process' | 'presentData' | 'goal'>): string =>
  [message, process, presentData, goal].filter(Boolean).join('\n')

/**
 * Firms that can be asked: the owners of the inquiry's technologies first, then those whose technologies answer the
 * need, the best first, then those whose name contains the words.
 */
export async function firmsToAsk(db: Reader, inquiryId: string, q: string, need = ''): Promise<FirmToAsk[]> {
  const suggestions = need ? await suggestTechnologies(db, need, MOST_SUGGESTED) : []
  const answering = [...new Set(suggestions.map((one) => one.company.id))]
  const place = new Map(answering.map((id, at) => [id, at]))
  const owners = db
    .select({ id: technologies.companyId })
    .from(inquiryTechnologies)
    .innerJoin(technologies, eq(technologies.id, inquiryTechnologies.technologyId))
    .where(eq(inquiryTechnologies.inquiryId, inquiryId))
  const owned = inArray(companies.id, owners)
  const answers = answering.length > 0 ? inArray(companies.id, answering) : undefined
  const rows = await db
    .select({
      id: companies.id,
      ja: companies.nameJa,
      zh: companies.nameZh,
      en: companies.nameEn,
      owns: sql<number>`case when ${owned} then 1 else 0 end`.mapWith(Number),
      reachable: exists(db.select({ id: companyContacts.id }).from(companyContacts).where(and(eq(companyContacts.companyId, companies.id), isNotNull(companyContacts.email)))),
      asked: exists(db.select({ id: approaches.id }).from(approaches).where(and(eq(approaches.companyId, companies.id), eq(approaches.inquiryId, inquiryId), eq(approaches.earlier, false)))),
    })
    .from(companies)
    .where(or(owned, answers, q ? nameContains(q) : undefined))
    .orderBy(sql`case when ${answers ? or(owned, answers) : owned} then 0 else 1 end`, asc(companies.sortKana), asc(companies.id))
    .limit(MOST + answering.length)
  const rank = (row: (typeof rows)[number]) => (row.owns ? -1 : (place.get(row.id) ?? answering.length))
  return rows
    .sort((a, b) => rank(a) - rank(b))
    .map(({ id, ja, zh, en, reachable, asked }) => ({
      id,
      name: { ja, zh, en },
      reachable: Boolean(reachable),
      asked: Boolean(asked),
      suggested: suggestions.filter((one) => one.company.id === id).slice(0, MOST_OF_FIRM).map(({ slug, content, because }) => ({ slug, name: content.name, because })),
    }))
}

/** `like` ignores ASCII case in one engine only; both sides are lowered to make them alike. */
function nameContains(q: string) {
  const pattern = `%${q.toLowerCase().replace(/[%_\\]/g, '')}%`
  return or(...[companies.nameJa, companies.nameZh, companies.nameEn, companies.nameKey].map((name) => like(sql`lower(${name})`, pattern)))
}
