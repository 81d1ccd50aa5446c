import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '#db/index.ts'
import { readingList } from '#app/features/projects/candidates/announcing.server.ts'
import { readingCsv } from '#app/features/projects/candidates/reading-csv.ts'
import { openRound } from '#app/features/projects/desk/open-round.server.ts'
import { download } from '#app/platform/download.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale, round } = await openRound(request, params)
  return download(readingCsv(await readingList(db, round.round), locale), `reading-list-${round.round}.csv`, 'text/csv')
}
