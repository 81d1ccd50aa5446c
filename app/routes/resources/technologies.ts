import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { db } from '#db/index.ts'
import { searchTechnologies } from '#app/features/catalogue/data.server.ts'
import { drawOrder, ORDERS } from '#app/features/catalogue/ordering.ts'
import { readFields } from '#app/features/catalogue/taxonomy.server.ts'

const shape = z.object({
  q: z.string().max(4000).default(''),
  field: z.string().regex(/^[a-z0-9-]{1,64}$/).optional(),
  lang: z.enum(['ja', 'zh']).optional(),
  order: z.enum(ORDERS).optional(),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})

/** `GET /api/technologies`: the catalogue as open JSON, by the same search as the page. */
export async function loader({ request }: LoaderFunctionArgs) {
  const read = shape.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!read.success) return refusal(String(read.error.issues[0]?.path[0] ?? ''))
  const { q, field, lang, page, limit } = read.data
  if (field && !(await readFields(db)).some((one) => one.id === field)) return refusal('field')
  const order = read.data.order ?? drawOrder()
  const found = await searchTechnologies(db, { q, filters: { field, lang }, order, page, limit })
  const items = found.items.map(({ id, slug, company, content }) => ({
    id,
    slug,
    company: { id: company.id, name: company.name },
    name: content.name,
    summary: content.summary,
    fields: content.fields,
    stage: content.stage,
    cooperation: content.cooperation,
  }))
  return Response.json({ total: found.total, order, page, items }, { headers: { 'Cache-Control': 'no-cache', 'Access-Control-Allow-Origin': '*' } })
}

const refusal = (parameter: string) => Response.json({ error: 'bad-parameter', parameter }, { status: 400 })
