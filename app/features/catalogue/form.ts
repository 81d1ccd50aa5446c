import { z } from 'zod'
import { cooperationModes, stages } from '#db/schema/catalogue.ts'
import { drawOrder, ORDERS } from './ordering.ts'

export const PAGE_SIZE = 20

const one = <T extends readonly [string, ...string[]]>(values: T) => z.enum(values).optional().catch(undefined)

/** The list page's address. Whatever cannot be understood is left out: a passed-on link never fails. */
export const searchShape = z.object({
  q: z.string().trim().max(4000).catch('').default(''),
  field: z.string().regex(/^[a-z0-9-]{1,64}$/).optional().catch(undefined),
  stage: one(stages),
  mode: one(cooperationModes),
  region: z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/).optional().catch(undefined),
  order: one(ORDERS),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
})
export type SearchForm = z.output<typeof searchShape>

export function readSearch(url: URL): SearchForm {
  return searchShape.parse(Object.fromEntries([...url.searchParams].filter(([, value]) => value !== '')))
}

/** The address's query of a search, in one fixed order of its members. */
export function writeSearch(search: Partial<SearchForm>): string {
  const params = new URLSearchParams()
  for (const key of ['q', 'field', 'stage', 'mode', 'region', 'order'] as const) if (search[key]) params.set(key, search[key])
  if (search.page && search.page > 1) params.set('page', String(search.page))
  const text = params.toString()
  return text ? `?${text}` : ''
}

const ORDERED_LIST = /^\/(ja|zh)\/(technologies|companies)$/

/** The address of a list with a drawn order written into it; null when it has one, or is no list. */
export function drawIntoAddress(path: string, address: string): string | null {
  if (!ORDERED_LIST.test(path) || /[?&]order=/.test(address)) return null
  return `${address}${address.includes('?') ? '&' : '?'}order=${drawOrder()}`
}
