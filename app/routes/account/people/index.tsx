import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { requireRegistrant } from '#app/features/accounts/gate.server.ts'
import { colleaguesOf, invitedBy } from '#app/features/catalogue/joining/colleagues.server.ts'
import { contactsOf } from '#app/features/catalogue/joining/contacts.server.ts'
import { PeoplePage } from '#app/features/catalogue/joining/ui/people-page.tsx'
import { localeOf } from '#app/platform/request.server.ts'

const words = ['invited', 'removed', 'withdrawn', 'saved', 'deleted'] as const

export async function loader({ request, params }: LoaderFunctionArgs) {
  const me = await requireRegistrant(request, localeOf(params))
  const [people, invited, contacts] = await Promise.all([colleaguesOf(db, me.companyId), invitedBy(db, me.companyId), contactsOf(db, me.companyId)])
  const done = new URL(request.url).searchParams.get('done')
  return { me: me.id, people, invited, contacts, done: words.find((word) => word === done) ?? null }
}

export default function People() {
  return <PeoplePage {...useLoaderData<typeof loader>()} />
}
