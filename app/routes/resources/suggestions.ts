import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { db } from '#db/index.ts'
import { LONGEST_NEED, suggestTechnologies } from '#app/features/catalogue/search/suggesting.server.ts'
import { limit } from '#app/platform/form.server.ts'
import { minutes } from '#app/platform/clock.ts'

const shape = z.object({
  text: z.string().trim().min(1).max(LONGEST_NEED),
  lang: z.enum(['ja', 'zh']).optional(),
  limit: z.number().int().min(1).max(50).default(10),
})
const mayAsk = limit(60, minutes(1))

export const loader = () => Response.json({ error: 'method-not-allowed' }, { status: 405, headers: { Allow: 'POST' } })

/** `POST /api/suggestions`: technologies that answer a need written in running text, in either language. */
export async function action({ request, context }: ActionFunctionArgs) {
  if (request.method !== 'POST') return loader()
  if (!(await mayAsk(context.address))) return Response.json({ error: 'too-many-requests' }, { status: 429, headers: { 'Retry-After': '60' } })
  const read = shape.safeParse(await request.json().catch(() => null))
  if (!read.success) return Response.json({ error: 'bad-parameter', parameter: String(read.error.issues[0]?.path[0] ?? 'body') }, { status: 400 })
  const { text, limit } = read.data
  const items = (await suggestTechnologies(db, text, limit)).map(({ id, slug, content, score, because }) => ({ id, slug, name: content.name, fields: content.fields, score, because }))
  return Response.json({ items }, { headers: { 'Cache-Control': 'no-store' } })
}
