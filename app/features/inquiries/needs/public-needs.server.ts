import { and, asc, desc, eq, gte } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { needs } from '#db/schema/inquiries.ts'
import type { Field } from '#app/features/catalogue/naming.ts'
import { fold } from '#app/features/catalogue/search/folding.ts'
import { readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { today } from '#app/platform/clock.ts'
import type { NeedSearch } from './search-form.ts'

export const PAGE = 20

/** All that the public reads of a need. The inquiry it belongs to is never asked for here. */
const publicColumns = {
  slug: needs.slug, titleJa: needs.titleJa, titleZh: needs.titleZh, textJa: needs.textJa, textZh: needs.textZh, fields: needs.fields,
  organisationKind: needs.organisationKind, region: needs.region, size: needs.size, closesOn: needs.closesOn, publishedAt: needs.publishedAt,
}
type Row = { [K in keyof typeof publicColumns]: (typeof needs.$inferSelect)[K] }
const view = ({ titleJa, titleZh, textJa, textZh, ...row }: Row) => ({ ...row, title: { ja: titleJa, zh: titleZh }, text: { ja: textJa, zh: textZh } })
export type PublicNeed = ReturnType<typeof view>

/** Past its last day it is not shown, even before the clock has come round. */
const isPublic = () => and(eq(needs.state, 'published'), gte(needs.closesOn, today()))

/** Published needs that have all the words and the field asked for, newest first. They end by themselves, so that there are never many. */
export async function searchNeeds(db: Reader, { q, field, page }: NeedSearch) {
  const rows = await db.select({ ...publicColumns, searchText: needs.searchText }).from(needs).where(isPublic()).orderBy(desc(needs.publishedAt), asc(needs.slug))
  const parentOf = new Map((await readFields(db)).map((one: Field) => [one.id, one.parentId]))
  const within = (row: Row) => new Set(row.fields.flatMap((id) => [id, parentOf.get(id)]).filter((id): id is string => Boolean(id)))
  const asked = fold(q).split(/\s+/).filter(Boolean)
  const worded = rows.filter((row) => asked.every((word) => row.searchText.includes(word)))
  const counts = new Map<string, number>()
  for (const row of worded) for (const id of within(row)) if (parentOf.get(id) === null) counts.set(id, (counts.get(id) ?? 0) + 1)
  const found = field ? worded.filter((row) => within(row).has(field)) : worded
  return {
    published: rows.length,
    total: found.length,
    fields: [...counts].map(([id, n]) => ({ id, n })).sort((a, b) => b.n - a.n),
    items: found.slice((page - 1) * PAGE, page * PAGE).map(({ searchText: _text, ...row }) => view(row)),
  }
}

/** Where the published needs are and since when: for sitemaps. */
export async function publicNeedDates(db: Reader) {
  const rows = await db.select({ slug: needs.slug, ja: needs.titleJa, zh: needs.titleZh, publishedAt: needs.publishedAt }).from(needs).where(isPublic()).orderBy(asc(needs.slug))
  return rows.map(({ slug, ja, zh, publishedAt }) => ({ slug, title: { ja, zh }, publishedAt }))
}

/** A published need; `ended` where there was one at this address; null where there never was. */
export async function readPublicNeed(db: Reader, slug: string): Promise<PublicNeed | 'ended' | null> {
  const [row] = await db.select(publicColumns).from(needs).where(and(eq(needs.slug, slug), isPublic()))
  if (row) return view(row)
  const [known] = await db.select({ publishedAt: needs.publishedAt }).from(needs).where(eq(needs.slug, slug))
  return known?.publishedAt ? 'ended' : null
}
