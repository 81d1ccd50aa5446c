import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '#db/index.ts'
import { completions } from '#app/features/catalogue/search/vocabulary.server.ts'

/** `GET /api/completions?q=&lang=`: words to offer while somebody types; shared, since they are the same for all. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const words = await completions(db, searchParams.get('q') ?? '', searchParams.get('lang') === 'ja' ? 'ja' : 'zh')
  context.share()
  return Response.json({ words })
}
