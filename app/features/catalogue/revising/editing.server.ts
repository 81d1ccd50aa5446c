import { data, redirect } from '@remix-run/node'
import { db, transact } from '#db/index.ts'
import { keepTyped } from '#app/features/accounts/continuing.server.ts'
import { formData, typedOf } from '#app/platform/form.server.ts'
import { formatTime, htmlLang, zoneOf, type Locale } from '#app/platform/locale.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'
import { now } from '#app/platform/clock.ts'
import { readFields } from '../taxonomy.server.ts'
import { affirmedIn, readSection, typeSection } from './listing-form.ts'
import { isRows } from './listing-rows.ts'
import { isWritable, namesOf, openOwnListing, textToEdit } from './own-listing.server.ts'
import { differingIn, givenWay } from './section-conflict.ts'
import { saveSection, sightOf, type SectionSaved } from './section-saving.server.ts'
import { isSection, sections, type Section } from './sections.ts'

type Params = { locale?: string; id?: string; section?: string }
const sectionOf = (params: Params): Section => (isSection(params.section) ? params.section : missing())

/** What the editor shows of one section. */
export async function readEditor(request: Request, params: Params) {
  const listing = await openOwnListing(request, params)
  const section = sectionOf(params)
  const { technology, working, locale, home, editor } = listing
  const [content, fields, people] = await Promise.all([textToEdit(db, technology), readFields(db), namesOf(db, [working?.editedBy ?? null])])
  const query = new URL(request.url).searchParams
  const person = people.get(working?.editedBy ?? '')
  return {
    section, content, fields, home,
    typed: typeSection(section, content),
    seen: sightOf(section, content),
    remarks: working?.state === 'returned' ? (working.remarks ?? {}) : {},
    shut: !isWritable(working),
    saved: working?.editedAt ? { at: formatTime(working.editedAt, locale), name: person && (editor.office || !person.office) ? person.name : null } : null,
    more: query.get('more'),
    done: query.has('saved'),
  }
}

/** Reads the posted section and stores what can be stored of it. */
async function store(request: Request, params: Params) {
  const { editor, technology, locale, home } = await openOwnListing(request, params)
  const section = sectionOf(params)
  const fields = await readFields(db)
  const posted = typedOf(await formData(request))
  const seen = String(posted.seen ?? '')
  const typed = posted.theirs ? givenWay(section, await textToEdit(db, technology), posted) : posted
  const { members, errors } = readSection(section, typed)
  const unknown = members.fields?.find((id) => !fields.some((field) => field.id === id))
  if (unknown) {
    errors.fields = ['unknown-code']
    delete members.fields
  }
  const result = await transact((tx) => saveSection(tx, editor, technology.id, { section, seen, members, affirmed: affirmedIn(section, typed) }))
  return { editor, locale, home, section, fields, typed, members, errors, result }
}

/** The editor's form: stores, then leads on; what cannot be stored is told beside its field, what collides is shown. */
export async function writeSection(request: Request, params: Params) {
  const locale = localeOf(params)
  await keepTyped(request, locale)
  const { editor, home, section, fields, typed, members, errors, result } = await store(request, params)
  const then = String(typed.then ?? '')
  const nothing = { errors, typed, seen: String(typed.seen ?? ''), conflict: null, shut: false, more: isRows(then) ? then : null }
  if (!result.ok && result.reason === 'edited-meanwhile') {
    const by = (await namesOf(db, [result.editedBy])).get(result.editedBy ?? '')
    const conflict = {
      by: by && (editor.office || !by.office) ? by.name : null,
      at: result.editedAt ? formatTime(result.editedAt, locale) : null,
      differing: differingIn(section, result.content, typed, members, locale, fields),
    }
    return data({ ...nothing, seen: sightOf(section, result.content), conflict }, 409)
  }
  if (!result.ok) return data({ ...nothing, shut: true }, 409)
  if (Object.keys(errors).length > 0) return data({ ...nothing, seen: sightOf(section, result.content) }, 400)
  return redirect(leadOn(home, section, then, result))
}

function leadOn(home: string, section: Section, then: string, { content }: Extract<SectionSaved, { ok: true }>): string {
  if (isRows(then)) return `${home}/edit/${section}?saved&more=${then}#${then}-${content[then].length}`
  if (then !== 'next') return `${home}/edit/${section}?saved`
  const next = sections[sections.indexOf(section) + 1]
  return next ? `${home}/edit/${next}?saved` : `${home}/images`
}

/** What the editor's script is told; `seen` for its next time. */
export async function keepSection(request: Request, params: Params): Promise<Response> {
  const { locale, section, errors, result } = await store(request, params)
  if (!result.ok) return Response.json({ state: result.reason === 'edited-meanwhile' ? 'conflict' : 'shut' }, { status: 409 })
  return Response.json({ state: Object.keys(errors).length > 0 ? 'partly' : 'saved', seen: sightOf(section, result.content), at: clockTime(locale) })
}

/** Hours and minutes where the reader's office is. */
export const clockTime = (locale: Locale): string =>
  new Intl.DateTimeFormat(htmlLang[locale], { hour: '2-digit', minute: '2-digit', timeZone: zoneOf[locale] }).format(now())

