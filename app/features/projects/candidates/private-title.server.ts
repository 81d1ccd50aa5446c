import { db } from '#db/index.ts'
import { minutes } from '#app/platform/clock.ts'
import { limit } from '#app/platform/form.server.ts'
import { readLink } from '#app/platform/links.server.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'
import { sideOf } from './form.ts'
import { readTitle, standingWords, wordsOnTitle } from './titles.server.ts'

/** The text that one side is asked to confirm; nothing once it is announced or dropped. */
export async function openTitle(params: { locale?: string; token?: string }) {
  const locale = localeOf(params)
  const link = await readLink(db, 'title', params.token ?? '')
  const [projectId = '', which] = (link?.subject ?? '').split('.')
  const side = sideOf(which)
  const shown = link && side && (await readTitle(db, projectId))
  if (!shown || !side || shown.state !== 'candidate') missing()
  const word = standingWords(await wordsOnTitle(db, [projectId]), shown.textHash)[side]
  const { state: _state, ...text } = shown
  return { locale, projectId, side, shown: text, last: word && { agreed: word.agreed, remark: word.remark, at: word.at } }
}

export const mayAnswer = limit(30, minutes(15))
