import { createHash } from 'node:crypto'

interface Signed {
  ticket: string
  nonce: string
  /** in seconds */
  timestamp: number
  /** as the browser asked for it, without what stands behind `#` */
  url: string
}

/** WeChat's signature of a page: members in the order of their names, values as they are. */
export const signatureOf = ({ ticket, nonce, timestamp, url }: Signed): string =>
  createHash('sha1').update(`jsapi_ticket=${ticket}&noncestr=${nonce}&timestamp=${timestamp}&url=${url}`).digest('hex')

/** Pages whose address or content is somebody's own. */
const PRIVATE = /^\/(ja|zh)\/(account|desk|receipts|releases|answers|confirmations|titles|standing|surveys|join)(\/|$)/

/** The address to sign: one of our own public pages; null for anything else. */
export function signable(address: string, origins: readonly string[]): string | null {
  if (!URL.canParse(address)) return null
  const { origin, pathname } = new URL(address)
  return origins.includes(origin) && /^\/(ja|zh)(\/|$)/.test(pathname) && !PRIVATE.test(pathname) ? address.split('#', 1)[0]! : null
}
