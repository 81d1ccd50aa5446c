import { RemixServer, isRouteErrorResponse } from '@remix-run/react'
import type { EntryContext } from '@remix-run/node'
import { renderToString } from 'react-dom/server'
import { i18nOf, locales } from '#app/platform/locale.ts'
import { log } from '#app/platform/log.server.ts'
import { withTitle } from '#app/platform/page-title.ts'

const AREAS = new Set(locales.flatMap((locale) => [i18nOf[locale].t('accounts:desk.title'), i18nOf[locale].t('accounts:account.title')]))

/** Pages are small and need no streaming: one string, so that the server can tag and compress it. */
export default function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext) {
  const html = renderToString(<RemixServer context={context} url={request.url} />)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(withTitle(`<!DOCTYPE html>${html}`, AREAS), { status, headers })
}

export function handleError(error: unknown, { request }: { request: Request }) {
  // An address that takes no such request, or a page that is missing, is the asker's affair.
  if (isRouteErrorResponse(error) && error.status < 500) return
  if (!request.signal.aborted) log.error({ error: error instanceof Error ? error.stack : String(error) }, 'a page failed')
}
