const PAGE = /^\/(ja|zh)(?=[/?]|$)(.*)$/
const WITH_POSTER = /^\/(?:technologies|companies|needs)\/[^/?]+$/
const FIELD_LIST = /^\/technologies\?field=([^&]+)$/

/** Where a public page is found as a picture with its QR code: on its poster where it has one. `address` is the whole address of the page. */
export function pictureOf(address: string): { href: string; poster: boolean } {
  const { pathname, search } = new URL(address)
  const [, locale = 'ja', target = ''] = PAGE.exec(pathname + search) ?? []
  const field = FIELD_LIST.exec(target)?.[1]
  if (field || WITH_POSTER.test(target)) return { href: `/${locale}${field ? `/fields/${field}` : target}/poster`, poster: true }
  return { href: `/${locale}/share?of=${encodeURIComponent(target || '/')}`, poster: false }
}
