import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { env } from './env.server.ts'

const TYPES: Record<string, string> = { html: 'text/html', txt: 'text/plain', xml: 'application/xml' }

/**
 * The files by which Baidu, Google, Bing and WeChat (`MP_verify_….txt`) prove whose site this is, just as they were downloaded, at the root of every
 * host. They are few, and read each time: a new one needs no restart. False when there is none of that name.
 */
export async function sendVerification(res: ServerResponse, path: string): Promise<boolean> {
  const [, name, extension] = /^\/([\w-]{1,100}\.(html|txt|xml))$/.exec(path) ?? []
  if (!name || !extension) return false
  const body = await readFile(join(env.verificationDir, name)).catch(() => null)
  if (!body) return false
  res.writeHead(200, { 'Content-Type': `${TYPES[extension]}; charset=utf-8`, 'Content-Length': body.length, 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': "default-src 'none'" })
  res.end(body)
  return true
}
