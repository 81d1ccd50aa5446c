import type { Locale } from '#app/platform/locale.ts'

/** Where the QR code of a page of ours is found; `target` is the page's address without its language. Null: a list searched by words has none. */
export function qrAddress(locale: Locale, target: string): string | null {
  const field = /^\/technologies\?field=([\w-]+)$/.exec(target)?.[1]
  const name = field ? `fields/${field}` : target.replace(/^\/projects\/parties\//, '/parties/').slice(1) || 'home'
  return /^[\w.%-]+(\/[\w.%-]+)?$/.test(name) ? `/qr/${locale}/${name}.png` : null
}
