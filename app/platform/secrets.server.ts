import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from './env.server.ts'

function load(): Buffer {
  const file = join(env.dataDir, 'secrets.json')
  try {
    return Buffer.from((JSON.parse(readFileSync(file, 'utf8')) as { key: string }).key, 'base64')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    mkdirSync(env.dataDir, { recursive: true })
    try {
      writeFileSync(file, JSON.stringify({ key: randomBytes(48).toString('base64') }), { mode: 0o600, flag: 'wx' })
    } catch (raced) {
      if ((raced as NodeJS.ErrnoException).code !== 'EEXIST') throw raced
    }
    return Buffer.from((JSON.parse(readFileSync(file, 'utf8')) as { key: string }).key, 'base64')
  }
}

let key: Buffer | undefined

/** HMAC-SHA256 under the site's own key, as base64url. `purpose` keeps the uses apart. */
export function sign(purpose: string, value: string): string {
  return createHmac('sha256', (key ??= load())).update(`${purpose}\n${value}`).digest('base64url')
}

export function isSigned(purpose: string, value: string, signature: string): boolean {
  const expected = Buffer.from(sign(purpose, value))
  const given = Buffer.from(signature)
  return expected.length === given.length && timingSafeEqual(expected, given)
}

export const sha256 = (value: string | Buffer) => createHash('sha256').update(value).digest('hex')
