import type { IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const br = promisify(brotliCompress)
const gz = promisify(gzip)
const COMPRESSIBLE = /^(text\/|application\/(json|javascript|xml|manifest\+json|atom\+xml)|image\/svg)/
const WORTH_COMPRESSING = 600

export type Coding = 'br' | 'gzip' | 'plain'

/** The same bytes in the codings that were asked for; compressed once. */
export type Encoded = { plain: Buffer } & Partial<Record<'br' | 'gzip', Buffer>>

export function codingFor(req: IncomingMessage, type: string, length: number): Coding {
  if (length < WORTH_COMPRESSING || !COMPRESSIBLE.test(type)) return 'plain'
  const accepted = String(req.headers['accept-encoding'] ?? '')
  return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : 'plain'
}

export async function encode(bodies: Encoded, coding: Coding): Promise<Buffer> {
  const known = bodies[coding]
  if (known) return known
  const body = bodies.plain
  const made =
    coding === 'br'
      ? await br(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } })
      : await gz(body, { level: 5 })
  return (bodies[coding as 'br' | 'gzip'] = made)
}
