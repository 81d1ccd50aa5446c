import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '#db/index.ts'
import { readLogo } from '#app/features/outreach/flyers/logos.server.ts'
import { printFlyer, printKey } from '#app/features/outreach/flyers/printing.server.ts'
import { flyerSubject, isFlyerKind } from '#app/features/outreach/flyers/subjects.server.ts'
import { isLocale, translator } from '#app/platform/locale.ts'
import { missing } from '#app/platform/request.server.ts'
import { TooBusy } from '#app/platform/turns.server.ts'

const TYPES = { pdf: 'application/pdf', png: 'image/png' } as const

/** A flyer as PDF or its first sheet as picture. Always asked for anew, so that what is no longer public is gone at once. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const [, name, locale, type] = /^([a-z0-9-]{1,80})\.(ja|zh)\.(pdf|png)$/.exec(params.file ?? '') ?? []
  if (!name || !isFlyerKind(params.kind) || !isLocale(locale) || (type !== 'pdf' && type !== 'png')) missing()
  const [subject, logo] = await Promise.all([flyerSubject(db, params.kind, name, locale), readLogo(db, new URL(request.url).searchParams.get('partner'))])
  if (!subject) missing()
  const etag = `"${printKey(subject, locale, logo)}"`
  const headers = { ETag: etag, 'Cache-Control': 'public, no-cache' }
  if (request.headers.get('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers })
  const refused = (status: number, text: string) => new Response(text, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', ...(status === 503 ? { 'Retry-After': '20' } : {}) } })
  const t = translator(locale)
  try {
    const printed = await printFlyer(subject, locale, logo, type)
    if (!printed.ok) return refused(500, t('flyers:page.unprintable', { character: printed.character, code: printed.code }))
    return new Response(new Uint8Array(printed.bytes), { headers: { ...headers, 'Content-Type': TYPES[type], 'Content-Disposition': `inline; filename="${name}.${locale}.${type}"` } })
  } catch (error) {
    if (error instanceof TooBusy) return refused(503, t('flyers:page.busy'))
    throw error
  }
}
