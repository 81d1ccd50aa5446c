import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { countStages, PER_PAGE, readInbox } from '#app/features/inquiries/inbox.server.ts'
import { stages, type Stage } from '#app/features/inquiries/stages.ts'
import { InboxPage } from '#app/features/inquiries/ui/inbox-page.tsx'
import { localeOf } from '#app/platform/request.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const clerk = await requireSecretary(request, localeOf(params))
  const { searchParams } = new URL(request.url)
  const asked = searchParams.get('stage') as Stage | null
  const stage = asked && stages.includes(asked) ? asked : null
  const mine = searchParams.has('mine')
  const page = Math.min(10_000, Math.max(1, Math.floor(Number(searchParams.get('page')) || 1)))
  const filter = { stage, ownerId: mine ? clerk.id : null, page }
  const [counts, rows] = await Promise.all([countStages(db, filter), readInbox(db, filter)])
  return { rows, counts, stage, mine, page, pages: stage ? Math.ceil(counts[stage] / PER_PAGE) : 1 }
}

export default function Inbox() {
  return <InboxPage {...useLoaderData<typeof loader>()} />
}
