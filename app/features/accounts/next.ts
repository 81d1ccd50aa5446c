import type { Locale } from '#app/platform/locale.ts'

type Role = 'registrant' | 'secretary' | 'manager'

/** Pages that one passes on the way in or out: nobody is led back to them. */
const ON_THE_WAY = /^\/..\/account\/(sign-in|sign-out|second-step|forgotten|reset|activation|email)(\/|$)/
const DESK = /^\/..\/desk(\/|$)/

/** Where to go after signing in: a page of this site in either language, else the desk; for a firm's people never the desk. */
export function safeNext(next: string | null | undefined, locale: Locale, role: Role): string {
  const home = `/${locale}/${role === 'registrant' ? 'account' : 'desk'}`
  const path = ownPath(next)
  return path && !(role === 'registrant' && DESK.test(path)) ? path : home
}

/** A page of this site that may be led to, or null. */
export function ownPath(next: string | null | undefined): string | null {
  if (!next?.startsWith('/')) return null
  try {
    const { origin, pathname, search } = new URL(next, 'http://here.invalid')
    // Judged after the dots are resolved: /ja/../..//elsewhere would be another host.
    const ours = origin === 'http://here.invalid' && /^\/(ja|zh)(\/|$)/.test(pathname) && !ON_THE_WAY.test(pathname)
    return ours ? pathname + search : null
  } catch {
    return null
  }
}
