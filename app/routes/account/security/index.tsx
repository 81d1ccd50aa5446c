import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { userById } from '#app/features/accounts/data.server.ts'
import { isDemoDatabase } from '#app/features/accounts/demo.server.ts'
import { requireHolder } from '#app/features/accounts/gate.server.ts'
import { presentSession } from '#app/features/accounts/lucia.server.ts'
import { sessionsOf } from '#app/features/accounts/sessions.server.ts'
import { codesLeft } from '#app/features/accounts/totp.server.ts'
import { SecurityPage } from '#app/features/accounts/ui/security-page.tsx'
import { formatTime } from '#app/platform/locale.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'

const SAID = ['password', 'email', 'dropped', 'ended', 'off'] as const

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const holder = await requireHolder(request, locale)
  const user = await userById(db, holder.id)
  if (!user) missing()
  const here = presentSession(request)
  const open = await sessionsOf(db, user.id)
  const asked = new URL(request.url).searchParams.get('done')
  return {
    email: user.email,
    pending: user.pendingEmail,
    twoStep: user.totpSince && { since: formatTime(user.totpSince, locale), codes: await codesLeft(db, user.id) },
    required: user.role !== 'registrant' && !(await isDemoDatabase(db)),
    sessions: open.map(({ id, device, since }) => ({ id, device, since: formatTime(since, locale), here: id === here })),
    done: SAID.find((one) => one === asked) ?? null,
  }
}

export default function Security() {
  return <SecurityPage {...useLoaderData<typeof loader>()} />
}
