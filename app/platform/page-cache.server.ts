import { tally, type Countable } from './counting.server.ts'
import type { Encoded } from './encoding.server.ts'

/** A finished anonymous page: its bytes in every coding asked for so far, its tag, and what showing it counts. */
export interface KeptPage {
  status: number
  type: string
  /** what it may load, where that is more than others may */
  policy: string | null
  etag: string
  bodies: Encoded
  countables: Countable[]
}

const MOST_BYTES = 48 * 1024 * 1024

let generation = ''
let bytes = 0
const pages = new Map<string, KeptPage>()

/**
 * Anonymous pages of one data version. A write of the catalogue, another server's too, or a new day makes a new
 * version, and everything kept before is forgotten.
 */
export const pageCache = {
  find(version: string, key: string): KeptPage | undefined {
    if (version !== generation) {
      pages.clear()
      bytes = 0
      generation = version
    }
    const page = pages.get(key)
    if (!page) return undefined
    // Asked for last, forgotten last.
    pages.delete(key)
    pages.set(key, page)
    return page
  },
  keep(version: string, key: string, page: KeptPage): void {
    if (version !== generation) return
    pages.set(key, page)
    // Three codings and the bookkeeping; the plain bytes are by far the most of it.
    bytes += page.bodies.plain.length * 2
    for (const [oldest, dropped] of pages) {
      if (bytes <= MOST_BYTES) break
      pages.delete(oldest)
      bytes -= dropped.bodies.plain.length * 2
    }
  },
}

export function countPage(page: KeptPage, userAgent: string | undefined): void {
  for (const countable of page.countables) tally(userAgent, countable)
}
