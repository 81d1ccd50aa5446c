import { and, asc, desc, eq, gte, inArray, lt, lte } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { users } from '#db/schema/accounts.ts'
import { companies, joinings } from '#db/schema/catalogue.ts'
import { contactViews, inquiries } from '#db/schema/inquiries.ts'
import { momentsOf } from '#app/features/insights/period.ts'
import type { ViewsFilter } from './form.ts'

export const VIEWS_A_PAGE = 50

export interface ShownView {
  id: number
  name: string | null
  subject: string
  about: { kind: 'inquiry' | 'company' | 'joining' | 'export' | 'other'; id: string; label: string }
  fields: string[]
  at: Date
}

/** Who looked at which contacts, the newest first, from one row of the record on. */
export async function readViews(db: Reader, filter: ViewsFilter): Promise<{ views: ShownView[]; next: number | null }> {
  const bounds = await boundsOf(db, filter)
  const subject = await subjectNamed(db, filter.about)
  if (!bounds || subject === undefined) return { views: [], next: null }
  const rows = await db
    .select({ id: contactViews.id, name: users.name, subject: contactViews.subject, fields: contactViews.fields, at: contactViews.at })
    .from(contactViews)
    .leftJoin(users, eq(users.id, contactViews.actor))
    .where(
      and(
        filter.who ? eq(contactViews.actor, filter.who) : undefined,
        subject ? eq(contactViews.subject, subject) : undefined,
        bounds.first === null ? undefined : gte(contactViews.id, bounds.first),
        bounds.last === null ? undefined : lte(contactViews.id, bounds.last),
        filter.before ? lt(contactViews.id, filter.before) : undefined,
      ),
    )
    .orderBy(desc(contactViews.id))
    .limit(VIEWS_A_PAGE + 1)
  const views = rows.slice(0, VIEWS_A_PAGE)
  const labels = await labelsOf(db, views.map((row) => row.subject))
  return { views: views.map((row) => ({ ...row, about: labels.get(row.subject)! })), next: rows.length > VIEWS_A_PAGE ? views.at(-1)!.id : null }
}

/** The record only grows: a period of days is a stretch of its numbers. Null: nothing happened then. */
async function boundsOf(db: Reader, { from, to }: ViewsFilter): Promise<{ first: number | null; last: number | null } | null> {
  let first: number | null = null
  let last: number | null = null
  if (from) {
    const [row] = await db.select({ id: contactViews.id }).from(contactViews).where(gte(contactViews.at, momentsOf({ from, to: from }).start)).orderBy(asc(contactViews.at)).limit(1)
    if (!row) return null
    first = row.id
  }
  if (to) {
    const [row] = await db.select({ id: contactViews.id }).from(contactViews).where(lt(contactViews.at, momentsOf({ from: to, to }).end)).orderBy(desc(contactViews.at)).limit(1)
    if (!row) return null
    last = row.id
  }
  return { first, last }
}

/** A ticket or a subject as a row's own link names it; null: all; undefined: there is none such. */
async function subjectNamed(db: Reader, about: string | null): Promise<string | null | undefined> {
  if (!about) return null
  if (about.includes(':')) return about
  const [inquiry] = await db.select({ id: inquiries.id }).from(inquiries).where(eq(inquiries.ticket, about.toUpperCase()))
  return inquiry ? `inquiry:${inquiry.id}` : undefined
}

async function labelsOf(db: Reader, subjects: string[]) {
  const ids = (kind: string) => [...new Set(subjects.filter((subject) => subject.startsWith(`${kind}:`)).map((subject) => subject.slice(kind.length + 1)))]
  const [cases, firms, asked] = [ids('inquiry'), ids('company'), ids('joining')]
  const tickets = cases.length > 0 ? await db.select({ id: inquiries.id, label: inquiries.ticket }).from(inquiries).where(inArray(inquiries.id, cases)) : []
  const names = firms.length > 0 ? await db.select({ id: companies.id, ja: companies.nameJa, zh: companies.nameZh, en: companies.nameEn }).from(companies).where(inArray(companies.id, firms)) : []
  const joining = asked.length > 0 ? await db.select({ id: joinings.id, content: joinings.content }).from(joinings).where(inArray(joinings.id, asked)) : []
  const labels = new Map<string, ShownView['about']>()
  for (const subject of subjects) {
    const [kind = '', id = ''] = subject.split(':')
    labels.set(subject, kind === 'export' ? { kind, id, label: id } : { kind: 'other', id, label: subject })
  }
  for (const { id, label } of tickets) labels.set(`inquiry:${id}`, { kind: 'inquiry', id, label })
  for (const { id, ja, zh, en } of names) labels.set(`company:${id}`, { kind: 'company', id, label: ja ?? zh ?? en ?? id })
  for (const { id, content } of joining) labels.set(`joining:${id}`, { kind: 'joining', id, label: content.nameJa ?? content.nameZh ?? content.nameEn ?? id })
  return labels
}
