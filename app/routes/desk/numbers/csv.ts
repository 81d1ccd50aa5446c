import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { readNumbers } from '#app/features/insights/brokering-numbers.server.ts'
import { numbersCsv } from '#app/features/insights/numbers-csv.server.ts'
import { readPeriod } from '#app/features/insights/period.ts'
import { today } from '#app/platform/clock.ts'
import { download } from '#app/platform/download.ts'
import { localeOf } from '#app/platform/request.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  await requireSecretary(request, locale)
  const period = readPeriod(new URL(request.url), today())
  return download(numbersCsv(await readNumbers(db, period), locale), `numbers-${period.from}-${period.to}.csv`, 'text/csv')
}
