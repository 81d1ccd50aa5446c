import { db } from '#db/index.ts'
import { today } from '#app/platform/clock.ts'
import { formatDate, formatTime } from '#app/platform/locale.ts'
import { named } from '../naming.ts'
import { checklist } from './checklist.ts'
import { historyOf, isWritable, namesOf, openOwnListing, textToEdit } from './own-listing.server.ts'
import { latestRevision } from './revisions.server.ts'
import { placeOf } from './sections.ts'
import { unsignedLanguages } from './signing.server.ts'

/** Where a technology stands, for its firm: what is public, what is being worked on, what to do next. */
export async function readOverview(request: Request, params: { locale?: string; id?: string }) {
  const { locale, editor, technology, working, published, home } = await openOwnListing(request, params)
  const [content, history, latest, people] = await Promise.all([
    textToEdit(db, technology), historyOf(db, editor, technology.id), latestRevision(db, technology.id), namesOf(db, [working?.editedBy ?? null]),
  ])
  const expired = technology.validUntil !== null && technology.validUntil < today()
  const writer = people.get(working?.editedBy ?? '')
  return {
    home,
    id: technology.id,
    name: named((published ?? { content }).content.name, locale).text,
    slug: technology.slug,
    state: technology.state === 'published' && expired ? ('expired' as const) : technology.state,
    published: published !== null,
    publishedAt: published?.publishedAt ? formatDate(published.publishedAt, locale) : null,
    validUntil: technology.validUntil ? formatDate(technology.validUntil, locale) : null,
    showable: technology.state === 'unpublished' && published !== null && !expired,
    working: working && {
      state: working.state as 'draft' | 'submitted' | 'returned',
      at: formatTime(working.submittedAt && working.state === 'submitted' ? working.submittedAt : (working.editedAt ?? working.createdAt), locale),
      by: writer && (editor.office || !writer.office) ? writer.name : null,
      translationWanted: working.translationWanted,
      signOffWanted: working.state === 'submitted' && working.signOffAskedAt !== null && unsignedLanguages(working).length > 0,
      remarks: working.state === 'returned' ? Object.entries(working.remarks ?? {}).map(([path, text]) => ({ path, text, place: placeOf(path) })) : [],
    },
    rejected: !working && latest?.state === 'rejected' ? { reason: latest.reason ?? '' } : null,
    writable: isWritable(working),
    checks: checklist(content),
    history: history.map(({ at, ...event }) => ({ ...event, at: formatTime(at, locale) })),
    office: editor.office,
    done: new URL(request.url).searchParams.get('done'),
  }
}
export type Overview = Awaited<ReturnType<typeof readOverview>>
