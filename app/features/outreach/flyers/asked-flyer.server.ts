import type { Params } from '@remix-run/react'
import { db } from '#db/index.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'
import { flyerSubject, type FlyerKind } from './subjects.server.ts'

/** Which flyer a page's address means: `/zh/technologies/x/flyer`, or `/zh/flyer` for the data bank itself. */
function meant(url: string): { kind: FlyerKind; name: string } {
  const [, kind, name] = /^\/(?:ja|zh)\/(technologies|companies|fields)\/([^/]+)\/flyer\/?$/.exec(new URL(url).pathname) ?? []
  return kind && name ? { kind: kind as FlyerKind, name } : { kind: 'site', name: 'databank' }
}

/** The flyer of a page's address, or a 404. */
export async function askedFlyer(request: Request, params: Params) {
  const locale = localeOf(params)
  const { kind, name } = meant(request.url)
  const subject = (await flyerSubject(db, kind, name, locale)) ?? missing()
  return { locale, subject, file: `/flyers/${kind}/${name}.${locale}`, page: kind === 'site' ? '/flyer' : `/${kind}/${name}/flyer` }
}
