import { db } from '#db/index.ts'
import { readLink } from '#app/platform/links.server.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'
import { readAsked, savedOf, takesAnswers } from './answering.server.ts'

/** Opens the page of the party whose link it is. Guessed, expired and revoked links open nothing. */
export async function openSurvey(params: { locale?: string; token?: string }) {
  const locale = localeOf(params)
  const link = await readLink(db, 'survey', params.token ?? '')
  const asked = link && (await readAsked(db, link.subject))
  if (!asked || !takesAnswers(asked.round) || asked.recipient.state === 'dissolved') missing()
  return { locale, asked, sections: asked.version.sections, saved: savedOf(asked.response), href: `/${locale}/surveys/${params.token}` }
}
