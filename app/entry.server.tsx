import { RemixServer } from '@remix-run/react'
import type { EntryContext } from '@remix-run/node'
import { renderToString } from 'react-dom/server'
import { log } from '#app/platform/log.server.ts'

/** Pages are small and need no streaming: one string, so that the server can tag and compress it. */
export default function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext) {
  const html = renderToString(<RemixServer context={context} url={request.url} />)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(`<!doctype html>${html}`, { status, headers })
}

export function handleError(error: unknown, { request }: { request: Request }) {
  if (!request.signal.aborted) log.error({ error: error instanceof Error ? error.stack : String(error) }, 'a page failed')
}
