import type { Locale } from '#app/platform/locale.ts'

/** Where to go after signing in: a page of this site in either language, else the desk. */
export function safeNext(next: string | null | undefined, locale: Locale): string {
  const desk = `/${locale}/desk`
  if (!next?.startsWith('/')) return desk
  try {
    const { origin, pathname, search } = new URL(next, 'http://here.invalid')
    // Judged after the dots are resolved: /ja/../..//elsewhere would be another host.
    const ours = origin === 'http://here.invalid' && /^\/(ja|zh)(\/|$)/.test(pathname) && !/^\/..\/account\//.test(pathname)
    return ours ? pathname + search : desk
  } catch {
    return desk
  }
}
