import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { readAnalysis } from '#app/features/projects/surveys/analysis.server.ts'
import { openDeskRound } from '#app/features/projects/surveys/desk-open.server.ts'
import { AnalysisPage } from '#app/features/projects/surveys/ui/analysis-page.tsx'
import { missing } from '#app/platform/request.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round, href } = await openDeskRound(request, params)
  const search = new URL(request.url).searchParams
  const ask = { rows: search.get('rows') ?? '', columns: search.get('columns') ?? '', q: (search.get('q') ?? '').slice(0, 200), published: search.has('published') }
  return { analysis: (await readAnalysis(db, round.id, ask)) ?? missing(), href: `${href}/analysis`, ask }
}

export default function AnalysisOfRound() {
  return <AnalysisPage {...useLoaderData<typeof loader>()} />
}
