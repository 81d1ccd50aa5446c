import { db } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'
import { readRound } from '../candidates/rounds.server.ts'

/** Lets staff through to one round of the forum. */
export async function openRound(request: Request, params: { locale?: string; round?: string }) {
  const locale = localeOf(params)
  const clerk = await requireSecretary(request, locale)
  const round = /^\d{1,3}$/.test(params.round ?? '') ? await readRound(db, Number(params.round)) : null
  if (!round) missing()
  return { locale, clerk, round, home: `/${locale}/desk/projects`, href: `/${locale}/desk/projects/rounds/${round.round}` }
}
