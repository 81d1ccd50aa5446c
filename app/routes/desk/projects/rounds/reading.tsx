import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { readingList } from '#app/features/projects/candidates/announcing.server.ts'
import { openRound } from '#app/features/projects/desk/open-round.server.ts'
import { ReadingList } from '#app/features/projects/ui/desk/reading-list.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round, href } = await openRound(request, params)
  return { round, href, items: await readingList(db, round.round) }
}

export default function Reading() {
  return <ReadingList {...useLoaderData<typeof loader>()} />
}
