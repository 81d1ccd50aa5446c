import type { Locale } from '#app/platform/locale.ts'

const PAGE = /^\/(ja|zh)(?=[/?]|$)(.*)$/

/** Where a page of ours is offered as a picture with its QR code; `address` is the whole address of that page. */
export function sharingPath(address: string): string {
  const { pathname, search } = new URL(address)
  const [, locale = 'ja', target = ''] = PAGE.exec(pathname + search) ?? []
  return `/${locale}/share?of=${encodeURIComponent(target || '/')}`
}

/** The poster of a page, for the kinds that have one; `target` is the page's address without its language. */
export function posterPath(target: string, locale: Locale): string | null {
  const [, kind, name] = /^\/(technologies|companies|needs)\/([^/?]+)$/.exec(target) ?? /^\/(?:technologies\?field=)()([^&]+)$/.exec(target) ?? []
  return name ? `/posters/${kind || 'fields'}/${name}.${locale}.png` : null
}
