import type { Locale } from '#app/platform/locale.ts'

/** What decides where somebody belongs. */
interface Somebody {
  role: 'registrant' | 'secretary' | 'manager'
  companyId: string | null
}

/** Pages that one passes on the way in or out: nobody is led back to them. */
const ON_THE_WAY = /^\/..\/account\/(sign-in|sign-out|second-step|forgotten|reset|activation|email)(\/|$)/
const DESK = /^\/..\/desk(\/|$)/
const OF_FIRMS = /^\/..\/account(?!\/(security|waiting)(\/|\?|$))/

/** Where to go after signing in: a page of this site in either language that is open to the person, else where the person belongs. */
export function safeNext(next: string | null | undefined, locale: Locale, person: Somebody): string {
  const path = ownPath(next)
  return path && !isClosed(path, person) ? path : `/${locale}/${homeOf(person)}`
}

const homeOf = ({ role, companyId }: Somebody) => (role !== 'registrant' ? 'desk' : companyId ? 'account' : 'account/waiting')

function isClosed(path: string, { role, companyId }: Somebody): boolean {
  if (role !== 'registrant') return false
  return DESK.test(path) || (!companyId && OF_FIRMS.test(path))
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
