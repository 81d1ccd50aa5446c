import type { Countable } from './counting.server.ts'
import { isLocale, type Locale } from './locale.ts'

/** What the HTTP server knows about a request and hands to the routes. */
export type Visit = {
  /** the client's address; a trusted proxy's header counts, nobody else's */
  address: string
  /** which of our hosts was asked; the site's own where the asker named a stranger */
  host: string
  /** says what showing this page counts */
  count(countable: Countable): void
  /** says that this page is the same for every anonymous reader of its address, until the catalogue changes */
  share(): void
}

declare module '@remix-run/node' {
  interface AppLoadContext extends Visit {}
}

/** The language of the address, or a 404. */
export function localeOf(params: { locale?: string }): Locale {
  if (isLocale(params.locale)) return params.locale
  throw new Response(null, { status: 404 })
}

export function missing(): never {
  throw new Response(null, { status: 404 })
}

export function readCookie(request: Request, name: string): string | null {
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const [key, ...rest] = part.trim().split('=')
    if (key === name) return decodeURIComponent(rest.join('='))
  }
  return null
}
