import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { candidatesOf, readingList } from '#app/features/projects/candidates/announcing.server.ts'
import { openRound } from '#app/features/projects/desk/open-round.server.ts'
import { RoundPage } from '#app/features/projects/ui/desk/round-page.tsx'
import { today } from '#app/platform/clock.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round, home, href } = await openRound(request, params)
  const [candidates, reading] = await Promise.all([candidatesOf(db, round.round), readingList(db, round.round)])
  const { searchParams } = new URL(request.url)
  return { round, home, href, candidates, reading, today: today(), done: searchParams.get('done'), refused: searchParams.get('refused') }
}

export default function Round() {
  return <RoundPage {...useLoaderData<typeof loader>()} />
}
