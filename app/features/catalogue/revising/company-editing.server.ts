import { data, redirect } from '@remix-run/node'
import { db, transact } from '#db/index.ts'
import type { CompanyText } from '#db/schema/catalogue.ts'
import { keepTyped } from '#app/features/accounts/continuing.server.ts'
import { formData, typedOf } from '#app/platform/form.server.ts'
import { formatTime } from '#app/platform/locale.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { named } from '../naming.ts'
import { companySortKeys } from '../sorting.ts'
import { readCompanyDraft, saveCompanyDraft, UNBEGUN } from './company-drafts.server.ts'
import { readCompanyForm, typeCompany } from './company-form.ts'
import { changedMembers, companyLacks, companyTextOf } from './company-text.ts'
import { clockTime } from './editing.server.ts'
import type { Typed } from './listing-rows.ts'
import { namesOf, openFirm } from './own-listing.server.ts'

type Params = { locale?: string }

/** A firm's details as its people edit them. */
export async function readCompanyEditor(request: Request, params: Params) {
  const { locale, editor, company, query } = await openFirm(request, params)
  const draft = await readCompanyDraft(db, company.id)
  const text = draft?.content ?? companyTextOf(company)
  const person = (await namesOf(db, [draft?.editedBy ?? null])).get(draft?.editedBy ?? '')
  return {
    query, slug: company.slug,
    base: `/${locale}/account/company`,
    name: named({ ja: company.nameJa ?? company.nameEn, zh: company.nameZh ?? company.nameEn }, locale).text,
    public: company.state === 'published',
    office: editor.office,
    state: draft?.state ?? null,
    edition: draft?.edition ?? UNBEGUN,
    typed: typeCompany(text),
    keys: companySortKeys(text),
    lacks: companyLacks(text),
    changed: changedMembers(companyTextOf(company), text),
    remarks: draft?.state === 'returned' ? (draft.remarks ?? {}) : {},
    saved: draft ? { at: formatTime(draft.editedAt, locale), name: person && (editor.office || !person.office) ? person.name : null } : null,
    done: new URL(request.url).searchParams.get('done'),
  }
}
export type CompanyEditor = Awaited<ReturnType<typeof readCompanyEditor>>

/** Reads the posted details and stores what can be stored of them. */
async function store(request: Request, params: Params) {
  const { editor, company, locale, query } = await openFirm(request, params)
  const posted = typedOf(await formData(request))
  const edition = Number(posted.edition ?? UNBEGUN)
  const draft = await readCompanyDraft(db, company.id)
  const stored = draft?.content ?? companyTextOf(company)
  const typed = givenWay(stored, posted)
  const { text, errors } = readCompanyForm(typed)
  const wanted: CompanyText = { ...stored, ...text }
  // Looking through begins no draft.
  if (!draft && edition === UNBEGUN && changedMembers(stored, wanted).length === 0) return { editor, locale, query, typed, errors, edition, wanted, result: { ok: true as const, draft: null } }
  return { editor, locale, query, typed, errors, edition, wanted, result: await transact((tx) => saveCompanyDraft(tx, editor, edition, wanted)) }
}

/** The form with what the other wrote in the fields that its writer gives way in. */
function givenWay(stored: CompanyText, posted: Typed): Typed {
  const taken = new Set([posted.theirs ?? []].flat())
  return { ...posted, ...Object.fromEntries(Object.entries(typeCompany(stored)).filter(([name]) => taken.has(name))) }
}

export async function writeCompany(request: Request, params: Params) {
  await keepTyped(request, localeOf(params))
  const { editor, locale, query, typed, errors, edition, wanted, result } = await store(request, params)
  const nothing = { errors, typed, edition, conflict: null, shut: false }
  if (!result.ok && result.reason === 'edited-meanwhile') {
    const { theirs } = result
    const by = (await namesOf(db, [theirs.editedBy])).get(theirs.editedBy ?? '')
    const [one, other] = [typeCompany(theirs.content), typeCompany(wanted)]
    const differing = changedMembers(theirs.content, wanted).map((member) => ({ name: member, member, language: null, theirs: String(one[member]), yours: String(other[member]) }))
    return data({ ...nothing, edition: theirs.edition, conflict: { by: by && (editor.office || !by.office) ? by.name : null, at: formatTime(theirs.editedAt, locale), differing } }, 409)
  }
  if (!result.ok) return data({ ...nothing, shut: true }, 409)
  if (Object.keys(errors).length > 0) return data({ ...nothing, edition: result.draft?.edition ?? edition }, 400)
  const to = typed.then === 'submission' ? `/${locale}/account/company/submission${query}` : `/${locale}/account/company${query}${query ? '&' : '?'}done=saved`
  return redirect(to)
}

/** What the editor's script is told. */
export async function keepCompany(request: Request, params: Params): Promise<Response> {
  const { locale, errors, edition, result } = await store(request, params)
  if (!result.ok) return Response.json({ state: result.reason === 'edited-meanwhile' ? 'conflict' : 'shut' }, { status: 409 })
  return Response.json({ state: Object.keys(errors).length > 0 ? 'partly' : 'saved', edition: result.draft?.edition ?? edition, at: clockTime(locale) })
}
