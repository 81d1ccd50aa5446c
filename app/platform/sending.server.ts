import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { codingFor, encode } from './encoding.server.ts'
import { env } from './env.server.ts'
import { htmlLang, type Locale } from './locale.ts'
import type { KeptPage } from './page-cache.server.ts'
import { contentPolicy } from './policy.server.ts'

const SECURITY: Record<string, string> = {
  'content-security-policy': contentPolicy(),
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  ...(env.origin.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
}

const tagOf = (body: Buffer) => `W/"${createHash('sha1').update(body).digest('base64url')}"`

/** A finished response as a page that may be kept, or null when it may not. */
export async function keepable(response: Response): Promise<Omit<KeptPage, 'countables'> | null> {
  if (response.status !== 200 || response.headers.has('set-cookie')) return null
  const plain = Buffer.from(await response.clone().arrayBuffer())
  return { status: 200, type: response.headers.get('content-type') ?? '', policy: response.headers.get('content-security-policy'), etag: tagOf(plain), bodies: { plain } }
}

/**
 * What a page's address says of its language. Chinese pages reach search engines and networks that would rewrite them for phones:
 * they are asked not to. Compressing is done here, so that a proxy that obeys leaves the page as small as it is.
 */
function languageOf(req: IncomingMessage, type: string, cacheControl: string): Record<string, string> {
  const locale = /^\/(ja|zh)(?=[/?]|$)/.exec(req.url ?? '')?.[1]
  if (!locale || !type.startsWith('text/html')) return { 'cache-control': cacheControl }
  return { 'content-language': htmlLang[locale as Locale], 'cache-control': locale === 'zh' && !cacheControl.includes('no-store') ? `${cacheControl}, no-transform` : cacheControl }
}

/** Sends a kept page, or that the reader's copy is still good. */
export async function sendPage(req: IncomingMessage, res: ServerResponse, page: KeptPage, cacheControl: string): Promise<void> {
  const headers: Record<string, string | number> = { ...SECURITY, ...(page.policy && { 'content-security-policy': page.policy }), 'Content-Type': page.type, ...languageOf(req, page.type, cacheControl), ETag: page.etag, Vary: 'Accept-Encoding' }
  if (req.headers['if-none-match'] === page.etag) return void res.writeHead(304, headers).end()
  const coding = codingFor(req, page.type, page.bodies.plain.length)
  const body = page.bodies[coding] ?? (await encode(page.bodies, coding))
  if (coding !== 'plain') headers['Content-Encoding'] = coding
  headers['Content-Length'] = body.length
  res.writeHead(page.status, headers).end(req.method === 'HEAD' ? undefined : body)
}

/** Sends what Remix answered: security headers, an ETag where it may be asked again, compression. */
export async function sendResponse(req: IncomingMessage, res: ServerResponse, response: Response): Promise<void> {
  const headers: Record<string, string | string[]> = { ...SECURITY }
  response.headers.forEach((value, name) => {
    if (name !== 'set-cookie') headers[name] = value
  })
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) headers['set-cookie'] = cookies
  const cacheControl = response.headers.get('cache-control') ?? 'private, no-cache'
  Object.assign(headers, languageOf(req, response.headers.get('content-type') ?? '', cacheControl))
  // Whose length is known already is a file on its way from the disk: sent as it comes.
  if (headers['content-length'] && response.body && req.method !== 'HEAD') {
    res.writeHead(response.status, headers)
    return pipeline(Readable.fromWeb(response.body as WebStream), res).catch(() => undefined)
  }
  const plain = Buffer.from(await response.arrayBuffer())
  const type = response.headers.get('content-type') ?? ''
  if (response.status === 200 && req.method === 'GET' && !cacheControl.includes('no-store')) {
    headers.etag = tagOf(plain)
    if (req.headers['if-none-match'] === headers.etag) {
      delete headers['content-type']
      return void res.writeHead(304, headers).end()
    }
  }
  const coding = codingFor(req, type, plain.length)
  const body = await encode({ plain }, coding)
  if (coding !== 'plain') headers['content-encoding'] = coding
  headers.vary = 'Accept-Encoding'
  headers['content-length'] = String(body.length)
  res.writeHead(response.status, headers).end(req.method === 'HEAD' ? undefined : body)
}
