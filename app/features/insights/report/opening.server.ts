import { db } from '#db/index.ts'
import { missing } from '#app/platform/request.server.ts'
import { openDeskRound } from '../../projects/surveys/desk-open.server.ts'
import { makeReport } from './report.server.ts'
import { readWanted } from './span.ts'

/** The report that an address of the desk asks for; there is none of a round that was not opened, or of an event. */
export async function openReport(request: Request, params: Parameters<typeof openDeskRound>[1]) {
  const { locale, clerk: _, href, ...opened } = await openDeskRound(request, params)
  const wanted = readWanted(new URL(request.url), opened.round, locale)
  return { locale, href: `${href}/report`, round: href, wanted, report: (await makeReport(db, opened, wanted, wanted.locale)) ?? missing() }
}
