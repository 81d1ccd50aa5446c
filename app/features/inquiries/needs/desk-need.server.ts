import { db } from '#db/index.ts'
import { readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { missing } from '#app/platform/request.server.ts'
import { openDeskCase } from '../desk-act.server.ts'
import { needOf } from './drafting.server.ts'
import { publicationHash } from './publication-words.server.ts'

/** Lets staff through to what was worded of a case for the public; a page of its acts needs no more. */
export async function openNeedAtDesk(request: Request, params: Parameters<typeof openDeskCase>[1]) {
  const { inquiry, href, buyerLocale } = await openDeskCase(request, params)
  const need = await needOf(db, inquiry.id)
  if (!need) missing()
  return { href: `${href}/need`, ticket: inquiry.ticket, buyerLocale, need, hash: publicationHash(need, buyerLocale), fields: await readFields(db) }
}
