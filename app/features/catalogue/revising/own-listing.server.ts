import { desc, eq, inArray } from 'drizzle-orm'
import { db, type Reader } from '#db/index.ts'
import { users } from '#db/schema/accounts.ts'
import { companies, technologies, type ListingContent } from '#db/schema/catalogue.ts'
import { ledger } from '#db/schema/platform.ts'
import { requireEditor, requireRegistrant, type Editor } from '#app/features/accounts/gate.server.ts'
import { localeOf } from '#app/platform/request.server.ts'
import type { Locale } from '#app/platform/locale.ts'
import { blankContent, orderedContent } from '../content.ts'
import type { Technology } from '../drafts.ts'
import { named } from '../naming.ts'
import { latestRevision, publishedRevision, subjectOf, workingRevision, writableStates, type Revision } from './revisions.server.ts'

export interface OwnListing {
  locale: Locale
  editor: Editor
  technology: Technology
  /** the text being worked on or looked at; null: there is only what is public, or nothing */
  working: Revision | null
  published: Revision | null
  /** address of its pages */
  home: string
}

/** A technology for somebody who may change it. To everybody else, and once it was deleted, it is not there. */
export async function openOwnListing(request: Request, params: { locale?: string; id?: string }): Promise<OwnListing> {
  const locale = localeOf(params)
  const [found] = await db.select().from(technologies).where(eq(technologies.id, params.id ?? ''))
  const technology = found && !found.deletedAt ? found : null
  const editor = await requireEditor(request, locale, technology?.companyId ?? null)
  const [working, published] = await Promise.all([workingRevision(db, technology!.id), publishedRevision(db, technology!)])
  return { locale, editor, technology: technology!, working, published, home: `/${locale}/account/technologies/${technology!.id}` }
}

export const isWritable = (revision: Revision | null) => revision === null || (writableStates as readonly string[]).includes(revision.state)

/** What the editor starts from: the text being worked on, else a copy of what is public, else the newest there was. */
export async function textToEdit(reader: Reader, technology: Technology): Promise<ListingContent> {
  const revision = (await workingRevision(reader, technology.id)) ?? (await publishedRevision(reader, technology)) ?? (await latestRevision(reader, technology.id))
  return orderedContent(revision?.content ?? blankContent())
}

/** The firm that something is done for: one's own, or the one that somebody of the office names. */
export async function openFirm(request: Request, params: { locale?: string }) {
  const locale = localeOf(params)
  const named = new URL(request.url).searchParams.get('company')
  const own = named ? null : (await requireRegistrant(request, locale)).companyId
  const [company] = await db.select().from(companies).where(eq(companies.id, named ?? own ?? ''))
  const editor = await requireEditor(request, locale, company?.id ?? null)
  return { locale, editor, company: company!, query: named ? `?company=${encodeURIComponent(named)}` : '' }
}

export interface Event {
  at: Date
  verb: string
  codes: Record<string, string | number | boolean | null>
  /** whose doing it was, as far as the reader may know */
  who: { name: string | null; office: boolean } | null
}

const MOST_EVENTS = 100

/** What happened to a listing, newest first. A firm reads the names of its own people; the office is the office. */
export async function historyOf(reader: Reader, editor: Editor, technologyId: string): Promise<Event[]> {
  const rows = await reader.select().from(ledger).where(eq(ledger.subject, subjectOf(technologyId))).orderBy(desc(ledger.id)).limit(MOST_EVENTS)
  const people = await namesOf(reader, rows.map((row) => row.actor))
  return rows.map(({ at, verb, codes, actor }) => {
    const person = people.get(actor)
    return { at, verb, codes, who: person ? { name: editor.office || !person.office ? person.name : null, office: person.office } : null }
  })
}

/** Names of people by id. */
export async function namesOf(reader: Reader, ids: readonly (string | null)[]): Promise<Map<string, { name: string; office: boolean }>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await reader.select({ id: users.id, name: users.name, role: users.role }).from(users).where(inArray(users.id, wanted))
  return new Map(rows.map(({ id, name, role }) => [id, { name, office: role !== 'registrant' }]))
}

/** What a page that asks before it does something shows. */
export async function readAct(request: Request, params: { locale?: string; id?: string }) {
  const { locale, technology, working, published, home } = await openOwnListing(request, params)
  const name = named((published?.content ?? (await textToEdit(db, technology))).name, locale).text
  return { name, home, edition: working?.edition }
}
