import type { Writer } from '#db/index.ts'
import type { ListingContent } from '#db/schema/catalogue.ts'
import { storedCompanies, writeCompanies } from './company-records.server.ts'
import { draftOf, type Company, type CompanyDraft } from './drafts.ts'
import { refusedSlugs, type SlugRefusal } from './slugs.server.ts'
import { storedTechnologies, writeTechnologies, type StoredTechnology } from './technology-records.server.ts'

type Refused<Reason extends string> = { ok: false; reason: Reason }

/**
 * Stores a company with its sort keys and re-derives its listings. The shape of the details is checked by the caller.
 * @param actor a user's id; null: the system
 */
export async function saveCompany(
  tx: Writer,
  draft: CompanyDraft,
  actor: string | null,
): Promise<{ ok: true; company: Company } | Refused<SlugRefusal>> {
  const refused = (await refusedSlugs(tx, 'company', [draft])).get(draft.id)
  if (refused) return { ok: false, reason: refused }
  await writeCompanies(tx, [draft], actor)
  return { ok: true, company: (await storedCompanies(tx, [draft.id])).get(draft.id)! }
}

export interface Publication {
  technologyId: string
  content: ListingContent
  authorId: string | null
  /** needed for a new technology, kept for a known one when left out */
  companyId?: string
  slug?: string
  verifiedOn?: string | null
  verifiedBy?: string | null
  validUntil?: string | null
}

/**
 * Makes this text what the public sees of a technology: a new revision, the earlier one superseded, list and search
 * brought up to date. The same text again makes no new revision.
 */
export async function publishListing(
  tx: Writer,
  { content, technologyId: id, authorId, ...given }: Publication,
): Promise<{ ok: true; listing: StoredTechnology } | Refused<SlugRefusal | 'no-company'>> {
  const before = (await storedTechnologies(tx, [id])).get(id)?.technology
  const companyId = given.companyId ?? before?.companyId
  if (!companyId || !(await storedCompanies(tx, [companyId])).has(companyId)) return { ok: false, reason: 'no-company' }
  const draft = {
    id,
    companyId,
    slug: given.slug ?? before?.slug ?? id,
    state: 'published' as const,
    verifiedOn: kept(given.verifiedOn, before?.verifiedOn),
    verifiedBy: kept(given.verifiedBy, before?.verifiedBy),
    validUntil: kept(given.validUntil, before?.validUntil),
    content,
  }
  const refused = (await refusedSlugs(tx, 'technology', [draft])).get(id)
  if (refused) return { ok: false, reason: refused }
  await writeTechnologies(tx, [draft], authorId)
  return { ok: true, listing: (await storedTechnologies(tx, [id])).get(id)! }
}

const kept = <T>(given: T | undefined, before: T | undefined) => given ?? (given === undefined ? (before ?? null) : null)

/** Withdraws a listing from the public; its text and number stay. */
export async function unpublishListing(
  tx: Writer,
  { technologyId, authorId }: { technologyId: string; authorId: string | null },
): Promise<{ ok: true } | Refused<'not-public'>> {
  const stored = (await storedTechnologies(tx, [technologyId])).get(technologyId)
  if (!stored?.current || stored.technology.state !== 'published') return { ok: false, reason: 'not-public' }
  await writeTechnologies(tx, [{ ...draftOf(stored.technology, stored.current.content), state: 'unpublished' }], authorId)
  return { ok: true }
}
