import type { Reader } from '#db/index.ts'
import { readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { keptBytes } from '#app/platform/kept-bytes.server.ts'
import type { Locale } from '#app/platform/locale.ts'
import { qrPng } from '#app/platform/qr.server.ts'
import { addressOf, fieldTarget, publicPage } from './public-page.server.ts'

const kept = keptBytes(2 * 1024 * 1024)

/** The QR code of a page of ours, by its kind and name or by the name of its section; null where the public finds no page. */
export async function pageQr(db: Reader, locale: Locale, kind: string | null, name: string): Promise<Buffer | null> {
  const target = await targetOf(db, kind, name)
  return target === null ? null : targetQr(db, locale, target)
}

/** The same by the page's address without its language, with a search in it or not. */
export async function targetQr(db: Reader, locale: Locale, target: string): Promise<Buffer | null> {
  const page = await publicPage(db, locale, target)
  if (!page) return null
  const address = addressOf(page)
  const known = kept.find(address)
  if (known) return known
  const png = await qrPng(address)
  kept.keep(address, png)
  return png
}

async function targetOf(db: Reader, kind: string | null, name: string): Promise<string | null> {
  if (kind === 'fields') return (await readFields(db)).some((field) => field.id === name) ? fieldTarget(name) : null
  if (kind === null) return name === 'home' ? '' : `/${encodeURIComponent(name)}`
  return `/${kind === 'parties' ? 'projects/parties' : encodeURIComponent(kind)}/${encodeURIComponent(name)}`
}
