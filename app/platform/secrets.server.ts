import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
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

const sealingKey = (purpose: string) => Buffer.from(hkdfSync('sha256', (key ??= load()), '', `seal ${purpose}`, 32))

/** AES-256-GCM under a key derived from the site's own. What was sealed for one purpose opens for no other. */
export function seal(purpose: string, text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(purpose), nonce)
  const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url')
}

/** The text, or null when it was sealed with another key or purpose, or changed. */
export function unseal(purpose: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < 28) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', sealingKey(purpose), bytes.subarray(0, 12))
    decipher.setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

export const sha256 = (value: string | Buffer) => createHash('sha256').update(value).digest('hex')
