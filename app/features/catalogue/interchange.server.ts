import type { Reader, Writer } from '#db/index.ts'
import { companies, fields, technologies } from '#db/schema/catalogue.ts'
import { storedCompanies, writeCompanies, type Tally } from './company-records.server.ts'
import { draftOf, type CompanyDraft, type TechnologyDraft } from './drafts.ts'
import { exportedCompany, exportedTechnology } from './exporting.ts'
import { companyShape, technologyShape } from './interchange.ts'
import { mergedCompany, mergedTechnology } from './merging.ts'
import { problemsOf, type Problem } from './problems.ts'
import { refusedSlugs } from './slugs.server.ts'
import { storedTechnologies, writeTechnologies, type StoredTechnology } from './technology-records.server.ts'

export type Imported = { ok: true; companies: Tally; technologies: Tally } | { ok: false; problems: Problem[] }
type Kind = 'company' | 'technology'
interface Read<T> {
  good: { at: number; record: T }[]
  /** every id of the array, of good and bad records */
  ids: Set<string>
}

/**
 * Takes a catalogue file (see the interchange format) into the store. All problems of all records are looked for first;
 * with a single one nothing is written. Records that are the same already are left alone.
 * @param json the parsed file
 * @param author a user's id; null: the system
 */
export async function importCatalogue(tx: Writer, json: unknown, { author }: { author: string | null }): Promise<Imported> {
  const problems: Problem[] = []
  const arrays = readArrays(json, problems)
  const given = {
    companies: readRecords('company', companyShape, arrays.companies, problems),
    technologies: readRecords('technology', technologyShape, arrays.technologies, problems),
  }
  const stored = await storedTechnologies(tx, [...given.technologies.ids])
  const listings = given.technologies.good.map(({ at, record }) => ({ at, draft: mergedTechnology(record, storedDraft(stored.get(record.id))) }))
  const known = await storedCompanies(tx, [...given.companies.ids, ...listings.map(({ draft }) => draft.companyId)])
  const firms = given.companies.good.map(({ at, record }) => ({ at, draft: mergedCompany(record, known.get(record.id)) }))

  const fieldIds = new Set((await tx.select({ id: fields.id }).from(fields)).map((field) => field.id))
  const isCompany = (id: string) => known.has(id) || given.companies.ids.has(id)
  for (const { at, draft } of firms) problems.push(...companyProblems(draft, at))
  for (const { at, draft } of listings) problems.push(...technologyProblems(draft, at, isCompany, fieldIds))
  problems.push(...(await slugProblems(tx, 'company', firms)), ...(await slugProblems(tx, 'technology', listings)))
  if (problems.length > 0) return { ok: false, problems: inFileOrder(problems) }
  return {
    ok: true,
    companies: await writeCompanies(tx, firms.map(({ draft }) => draft), author),
    technologies: await writeTechnologies(tx, listings.map(({ draft }) => draft), author),
  }
}

const storedDraft = (stored: StoredTechnology | undefined) => (stored?.current ? draftOf(stored.technology, stored.current.content) : undefined)

function readArrays(json: unknown, problems: Problem[]): Record<'companies' | 'technologies', unknown[]> {
  const refuse = (member: string, reason: string, detail = '') => problems.push({ record: 'file', id: '', at: null, member, reason, detail })
  const found: Record<'companies' | 'technologies', unknown[]> = { companies: [], technologies: [] }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    refuse('', 'wrong-type', 'object')
    return found
  }
  for (const [member, value] of Object.entries(json)) {
    if (member !== 'companies' && member !== 'technologies') refuse(member, 'unknown-member')
    else if (!Array.isArray(value)) refuse(member, 'wrong-type', 'array')
    else found[member] = value
  }
  return found
}

function readRecords<T extends { id: string }>(
  kind: Kind,
  shape: { safeParse(value: unknown, options: { reportInput: true }): { success: true; data: T } | { success: false; error: { issues: Parameters<typeof problemsOf>[0][] } } },
  records: readonly unknown[],
  problems: Problem[],
): Read<T> {
  const read: Read<T> = { good: [], ids: new Set() }
  records.forEach((record, at) => {
    const given = (record as { id?: unknown } | null)?.id
    const id = typeof given === 'string' ? given : ''
    if (id && read.ids.has(id)) problems.push({ record: kind, id, at, member: 'id', reason: 'duplicate-id', detail: '' })
    if (id) read.ids.add(id)
    const parsed = shape.safeParse(record, { reportInput: true })
    if (parsed.success) read.good.push({ at, record: parsed.data })
    else for (const issue of parsed.error.issues) problems.push(...problemsOf(issue).map((found) => ({ record: kind, id, at, ...found })))
  })
  return read
}

function companyProblems(draft: CompanyDraft, at: number): Problem[] {
  const problem = (member: string): Problem => ({ record: 'company', id: draft.id, at, member, reason: 'required', detail: '' })
  if (draft.nameJa === null && draft.nameZh === null && draft.nameEn === null) return [problem('name')]
  return draft.nameJa !== null && draft.reading === null ? [problem('reading')] : []
}

function technologyProblems({ id, content, companyId }: TechnologyDraft, at: number, isCompany: (id: string) => boolean, known: ReadonlySet<string>): Problem[] {
  const problem = (member: string, reason: string, detail = ''): Problem => ({ record: 'technology', id, at, member, reason, detail })
  const found: Problem[] = []
  if (content.name.ja === null && content.name.zh === null) found.push(problem('name', 'required'))
  if (companyId === '') found.push(problem('company', 'required'))
  else if (!isCompany(companyId)) found.push(problem('company', 'unknown-company', companyId))
  if (content.fields.length === 0) found.push(problem('fields', 'required'))
  content.fields.forEach((field, place) => {
    if (!known.has(field)) found.push(problem(`fields[${place}]`, 'unknown-field', field))
  })
  return found
}

async function slugProblems(tx: Writer, kind: Kind, records: readonly { at: number; draft: { id: string; slug: string } }[]): Promise<Problem[]> {
  const refused = await refusedSlugs(tx, kind, records.map(({ draft }) => draft))
  return records.flatMap(({ at, draft: { id, slug } }) => {
    const reason = refused.get(id)
    return reason ? [{ record: kind, id, at, member: 'slug', reason, detail: slug }] : []
  })
}

const rank = { file: 0, company: 1, technology: 2 }
const inFileOrder = (problems: Problem[]) => problems.sort((a, b) => rank[a.record] - rank[b.record] || (a.at ?? 0) - (b.at ?? 0))

/** The whole catalogue in the interchange format, ordered by id. Contacts, people, files and statistics never leave through it. */
export async function exportCatalogue(db: Reader) {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
  const firms = (await db.select().from(companies)).sort(byId)
  const ids = await db.select({ id: technologies.id }).from(technologies)
  const stored = await storedTechnologies(db, ids.map((row) => row.id))
  const drafts = [...stored.values()].flatMap((one) => storedDraft(one) ?? []).sort(byId)
  return { companies: firms.map(exportedCompany), technologies: drafts.map(exportedTechnology) }
}
export type Catalogue = Awaited<ReturnType<typeof exportCatalogue>>
