import { and, asc, eq, exists, inArray, isNotNull, like, or, sql } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { companies, companyContacts, technologies } from '#db/schema/catalogue.ts'
import { approaches, inquiryTechnologies } from '#db/schema/inquiries.ts'

export interface FirmToAsk {
  id: string
  name: { ja: string | null; zh: string | null; en: string | null }
  /** somebody with an e-mail address is on record; who it is stays unread */
  reachable: boolean
  asked: boolean
}
const MOST = 20

/** Firms that can be asked: the owners of the inquiry's technologies first, then those whose name contains the words. */
export async function firmsToAsk(db: Reader, inquiryId: string, q: string): Promise<FirmToAsk[]> {
  const owners = db
    .select({ id: technologies.companyId })
    .from(inquiryTechnologies)
    .innerJoin(technologies, eq(technologies.id, inquiryTechnologies.technologyId))
    .where(eq(inquiryTechnologies.inquiryId, inquiryId))
  const owned = inArray(companies.id, owners)
  const rows = await db
    .select({
      id: companies.id,
      ja: companies.nameJa,
      zh: companies.nameZh,
      en: companies.nameEn,
      reachable: exists(db.select({ id: companyContacts.id }).from(companyContacts).where(and(eq(companyContacts.companyId, companies.id), isNotNull(companyContacts.email)))),
      asked: exists(db.select({ id: approaches.id }).from(approaches).where(and(eq(approaches.companyId, companies.id), eq(approaches.inquiryId, inquiryId), eq(approaches.earlier, false)))),
    })
    .from(companies)
    .where(q ? or(owned, nameContains(q)) : owned)
    .orderBy(sql`case when ${owned} then 0 else 1 end`, asc(companies.sortKana), asc(companies.id))
    .limit(MOST)
  return rows.map(({ id, ja, zh, en, reachable, asked }) => ({ id, name: { ja, zh, en }, reachable: Boolean(reachable), asked: Boolean(asked) }))
}

/** `like` ignores ASCII case in one engine only; both sides are lowered to make them alike. */
function nameContains(q: string) {
  const pattern = `%${q.toLowerCase().replace(/[%_\\]/g, '')}%`
  return or(...[companies.nameJa, companies.nameZh, companies.nameEn, companies.nameKey].map((name) => like(sql`lower(${name})`, pattern)))
}
