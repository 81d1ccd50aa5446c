import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { countQueues, readQueue } from '#app/features/catalogue/revising/queue.server.ts'
import { queues } from '#app/features/catalogue/revising/queue.ts'
import { QueuePage } from '#app/features/catalogue/revising/ui/queue-page.tsx'
import { localeOf } from '#app/platform/request.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireSecretary(request, localeOf(params))
  const { searchParams } = new URL(request.url)
  const queue = queues.find((one) => one === searchParams.get('show')) ?? 'review'
  const page = Math.min(10_000, Math.max(1, Math.floor(Number(searchParams.get('page')) || 1)))
  const [counts, rows] = await Promise.all([countQueues(db), readQueue(db, queue, page)])
  return { queue, counts, rows, page, done: searchParams.get('done') }
}

export default function Listings() {
  return <QueuePage {...useLoaderData<typeof loader>()} />
}
