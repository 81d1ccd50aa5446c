import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { listStaff } from '#app/features/accounts/data.server.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { addressOf, readFilter } from '#app/features/inquiries/inbox/filter.ts'
import { countInbox, countOpenTasks, firmsOfCases, PER_PAGE, readInbox } from '#app/features/inquiries/inbox/inbox.server.ts'
import { readOutcome } from '#app/features/inquiries/inbox/outcome.ts'
import { InboxPage } from '#app/features/inquiries/ui/inbox-page.tsx'
import { now } from '#app/platform/clock.ts'
import { localeOf } from '#app/platform/request.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const clerk = await requireSecretary(request, localeOf(params))
  const { searchParams } = new URL(request.url)
  const filter = readFilter(searchParams)
  // A form sends its empty fields too; the address keeps what was chosen.
  if (!searchParams.has('trouble') && [...searchParams.values()].includes('')) throw redirect(`/${localeOf(params)}/desk/inquiries${addressOf(filter, { page: filter.page })}`)
  const reading = { me: clerk, at: now() }
  const [counts, rows, tasks, staff, fields, firms] = await Promise.all([
    countInbox(db, filter, reading),
    readInbox(db, filter, reading),
    countOpenTasks(db),
    listStaff(db),
    readFields(db),
    firmsOfCases(db),
  ])
  return {
    rows, counts, filter, tasks,
    choices: { fields, firms },
    pages: Math.ceil(counts.chosen / PER_PAGE),
    staff: staff.filter((one) => !one.disabledAt).map(({ id, name, office }) => ({ id, name, office })),
    me: { id: clerk.id, manager: clerk.role === 'manager' },
    outcome: readOutcome(searchParams),
    at: reading.at,
  }
}

export default function Inbox() {
  return <InboxPage {...useLoaderData<typeof loader>()} />
}
