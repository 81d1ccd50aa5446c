import { z } from 'zod'
import { projectStatuses } from '#db/schema/projects.ts'

const blank = <T extends z.ZodType>(shape: T) => shape.optional().catch(undefined)

/** The register's address. Whatever cannot be understood is left out: a passed-on link never fails. */
export const registerShape = z.object({
  q: z.string().trim().max(200).catch('').default(''),
  forum: blank(z.coerce.number().int().min(1).max(999)),
  field: blank(z.string().regex(/^[a-z0-9-]{1,64}$/)),
  region: blank(z.string().regex(/^CN-[A-Z]{2}$/)),
  status: blank(z.enum(projectStatuses)),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
})
export type RegisterSearch = z.output<typeof registerShape>

export const readRegister = (url: URL): RegisterSearch => registerShape.parse(Object.fromEntries([...url.searchParams].filter(([, value]) => value !== '')))

/** The address's query, in one fixed order of its members. */
export function writeRegister(search: Partial<RegisterSearch>): string {
  const params = new URLSearchParams()
  for (const key of ['q', 'forum', 'field', 'region', 'status'] as const) if (search[key]) params.set(key, String(search[key]))
  if (search.page && search.page > 1) params.set('page', String(search.page))
  const text = params.toString()
  return text && `?${text}`
}
