import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { readNumbers } from '#app/features/insights/brokering-numbers.server.ts'
import { fiscalYear, readPeriod } from '#app/features/insights/period.ts'
import { NumbersPage } from '#app/features/insights/ui/numbers-page.tsx'
import { today } from '#app/platform/clock.ts'
import { localeOf } from '#app/platform/request.server.ts'

const YEARS = 3

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireSecretary(request, localeOf(params))
  const period = readPeriod(new URL(request.url), today())
  const running = Number(fiscalYear(today()).from.slice(0, 4))
  const years = Array.from({ length: YEARS }, (_, ago) => running - ago).map((year) => ({ label: String(year), from: `${year}-04-01`, to: `${year + 1}-03-31` }))
  return { period, years, numbers: await readNumbers(db, period) }
}

export default function Numbers() {
  return <NumbersPage {...useLoaderData<typeof loader>()} />
}
