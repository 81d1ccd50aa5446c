import type { IncomingMessage } from 'node:http'
import { env } from './env.server.ts'

const own = new Set([env.origin, env.originOf.ja, env.originOf.zh])

/**
 * True for a write that another site's page sent. Our own addresses are the settings' and the one the browser
 * itself asked for (`Host`); a program without `Origin` is not a browser that could be misled.
 */
export function isForeignOrigin(req: IncomingMessage): boolean {
  if (req.method === 'GET' || req.method === 'HEAD') return false
  const { origin, host } = req.headers
  if (!origin) return req.headers['sec-fetch-site'] === 'cross-site'
  if (own.has(origin)) return false
  try {
    return new URL(origin).host !== host
  } catch {
    return true
  }
}

/** The client's address; `X-Forwarded-For` counts only when a trusted proxy wrote it. */
export function clientAddress(req: IncomingMessage): string {
  let address = plain(req.socket.remoteAddress ?? '')
  const chain = String(req.headers['x-forwarded-for'] ?? '').split(',').map((part) => plain(part.trim())).filter(Boolean)
  while (env.trustedProxies.has(address) && chain.length > 0) address = chain.pop()!
  return address
}

const plain = (address: string) => address.replace(/^::ffff:/, '')
