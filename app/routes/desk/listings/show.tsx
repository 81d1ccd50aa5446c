import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { readReview } from '#app/features/catalogue/revising/review.server.ts'
import { openRevision } from '#app/features/catalogue/revising/revision-desk.server.ts'
import { ReviewPage } from '#app/features/catalogue/revising/ui/review-page.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const opened = await openRevision(request, params)
  return { review: await readReview(db, opened), done: new URL(request.url).searchParams.get('done') }
}

export default function Listing() {
  return <ReviewPage {...useLoaderData<typeof loader>()} />
}
