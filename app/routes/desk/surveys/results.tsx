import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { openDeskRound } from '#app/features/projects/surveys/desk-open.server.ts'
import { readEventResults } from '#app/features/projects/surveys/events.server.ts'
import { publishedResults } from '#app/features/projects/surveys/published-results.ts'
import { ResultsPage } from '#app/features/projects/surveys/ui/results-page.tsx'

/** The page as the public will see it, before it is released. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round, version, href } = await openDeskRound(request, params)
  return { name: { ja: round.nameJa, zh: round.nameZh }, back: href, ...publishedResults(await readEventResults(db, { round, version })) }
}

export default function Results() {
  return <ResultsPage {...useLoaderData<typeof loader>()} />
}
