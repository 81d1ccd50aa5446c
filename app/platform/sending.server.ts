import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join, normalize } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { lookup } from 'mrmime'
import { engine } from '#db/index.ts'
import { env } from './env.server.ts'

const br = promisify(brotliCompress)
const gz = promisify(gzip)
const COMPRESSIBLE = /^(text\/|application\/(json|javascript|xml|manifest\+json|atom\+xml)|image\/svg)/
const WORTH_COMPRESSING = 600

/** No script runs on our pages at all, hence `script-src 'self'` without any nonce. */
const SECURITY: Record<string, string> = {
  'Content-Security-Policy':
    "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  ...(env.origin.startsWith('https:') ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
}

type Coding = 'br' | 'gzip' | null
const codingOf = (req: IncomingMessage): Coding => {
  const accepted = String(req.headers['accept-encoding'] ?? '')
  return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null
}

async function compress(body: Buffer, coding: Coding, quality: number): Promise<Buffer> {
  if (coding === 'br') return br(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } })
  if (coding === 'gzip') return gz(body, { level: Math.min(9, quality + 1) })
  return body
}

const clientFolder = join(process.cwd(), 'build', engine, 'client')
const assets = new Map<string, Buffer | null>()

/** Sends a built or public file; false when there is none of that name. */
export async function sendAsset(req: IncomingMessage, res: ServerResponse, path: string): Promise<boolean> {
  if (!/\.\w+$/.test(path) || path.includes('..')) return false
  const type = lookup(path) ?? 'application/octet-stream'
  const coding = COMPRESSIBLE.test(type) ? codingOf(req) : null
  const key = `${path} ${coding}`
  let body = assets.get(key)
  if (body === undefined) {
    const raw = await readFile(join(clientFolder, normalize(path))).catch(() => null)
    if (!raw) return false
    assets.set(key, (body = await compress(raw, coding, 11)))
  }
  if (!body) return false
  res.writeHead(200, {
    'Content-Type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
    'Content-Length': body.length,
    'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    'X-Content-Type-Options': 'nosniff',
    Vary: 'Accept-Encoding',
    ...(coding ? { 'Content-Encoding': coding } : {}),
  })
  res.end(req.method === 'HEAD' ? undefined : body)
  return true
}

/** Sends what Remix answered: security headers, an ETag where it may be asked again, compression. */
export async function sendResponse(req: IncomingMessage, res: ServerResponse, response: Response): Promise<void> {
  const headers: Record<string, string | string[]> = { ...SECURITY }
  response.headers.forEach((value, name) => {
    if (name !== 'set-cookie') headers[name] = value
  })
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) headers['set-cookie'] = cookies
  headers['cache-control'] ??= 'private, no-cache'
  let body: Buffer = Buffer.from(await response.arrayBuffer())
  const type = response.headers.get('content-type') ?? ''
  if (response.status === 200 && req.method === 'GET' && !headers['cache-control'].includes('no-store')) {
    const tag = `W/"${createHash('sha1').update(body).digest('base64url')}"`
    headers.etag = tag
    if (req.headers['if-none-match'] === tag) {
      delete headers['content-type']
      res.writeHead(304, headers)
      return void res.end()
    }
  }
  if (COMPRESSIBLE.test(type)) {
    headers.vary = 'Accept-Encoding'
    const coding = body.length > WORTH_COMPRESSING ? codingOf(req) : null
    if (coding) {
      body = await compress(body, coding, 4)
      headers['content-encoding'] = coding
    }
  }
  headers['content-length'] = String(body.length)
  res.writeHead(response.status, headers)
  res.end(req.method === 'HEAD' ? undefined : body)
}
