import { z } from 'zod'

/** The address of the list. Whatever cannot be understood is left out: a passed-on link never fails. */
const needSearch = z.object({
  q: z.string().trim().max(200).catch('').default(''),
  field: z.string().regex(/^[a-z0-9-]{1,64}$/).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
})
export type NeedSearch = z.output<typeof needSearch>

export const readNeedSearch = (url: URL): NeedSearch => needSearch.parse(Object.fromEntries([...url.searchParams].filter(([, value]) => value !== '')))

export function writeNeedSearch({ q, field, page }: Partial<NeedSearch>): string {
  const params = new URLSearchParams()
  if (q) params.set('q', q)
  if (field) params.set('field', field)
  if (page && page > 1) params.set('page', String(page))
  const text = params.toString()
  return text && `?${text}`
}
