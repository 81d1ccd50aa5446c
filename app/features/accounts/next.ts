import type { Locale } from '#app/platform/locale.ts'

/** Where to go after signing in: an address of this site in either language, else the desk. */
export function safeNext(next: string | null | undefined, locale: Locale): string {
  const desk = `/${locale}/desk`
  if (!next || !/^\/(ja|zh)(\/|$)/.test(next) || next.includes('\\')) return desk
  try {
    const url = new URL(next, 'http://here.invalid')
    if (url.host !== 'here.invalid' || /^\/(ja|zh)\/account\//.test(url.pathname)) return desk
    return url.pathname + url.search
  } catch {
    return desk
  }
}
