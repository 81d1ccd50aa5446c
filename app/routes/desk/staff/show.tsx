import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { stateOf } from '#app/features/accounts/data.server.ts'
import { openStaff } from '#app/features/accounts/staff-act.server.ts'
import { StaffPage, type StaffDone, type StaffRefused } from '#app/features/accounts/ui/staff-page.tsx'
import { formatTime } from '#app/platform/locale.ts'

const DONE: readonly StaffDone[] = ['invited', 'role', 'link', 'disabled', 'enabled', 'second']
const REFUSED: readonly StaffRefused[] = ['self', 'last-manager', 'gone']

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale, manager, user } = await openStaff(request, params)
  const asked = new URL(request.url).searchParams
  const { id, name, email, office } = user
  return {
    person: { id, name, email, office, role: user.role === 'manager' ? ('manager' as const) : ('secretary' as const), state: stateOf(user), twoStep: user.totpSince !== null, since: formatTime(user.createdAt, locale), you: id === manager.id },
    done: DONE.find((one) => one === asked.get('done')) ?? null,
    refused: REFUSED.find((one) => one === asked.get('refused')) ?? null,
  }
}

export default function ShowStaff() {
  return <StaffPage {...useLoaderData<typeof loader>()} />
}
