import { eq } from 'drizzle-orm'
import { db } from '#db/index.ts'
import { companies, technologies } from '#db/schema/catalogue.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { now } from '#app/platform/clock.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'
import { RESTORABLE } from './erasing.server.ts'
import { newestNames } from './queue.server.ts'

/** Lets staff through to a technology that its firm deleted, or that was brought back since. */
export async function openDeleted(request: Request, params: { locale?: string; technology?: string }) {
  const locale = localeOf(params)
  const clerk = await requireSecretary(request, locale)
  const [row] = await db
    .select({ technology: technologies, company: { ja: companies.nameJa, zh: companies.nameZh } })
    .from(technologies)
    .innerJoin(companies, eq(companies.id, technologies.companyId))
    .where(eq(technologies.id, params.technology ?? ''))
  if (!row) missing()
  const { id, deletedAt } = row.technology
  const until = deletedAt && new Date(deletedAt.getTime() + RESTORABLE)
  return {
    clerk,
    id,
    deletedAt,
    until,
    restorable: until !== null && until > now(),
    name: (await newestNames(db, [id])).get(id) ?? { ja: null, zh: null },
    company: row.company,
    queue: `/${locale}/desk/listings?show=deleted`,
  }
}
