import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** Argon2id with 19 MiB and two passes: the library's default and OWASP's first choice. */
export const hashPassword = (password: string): Promise<string> => hash(password)

let decoy: Promise<string> | undefined

/** Takes as long when there is nothing to compare with, so that the time tells nobody which accounts exist. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  const nobody = await (decoy ??= hash(randomBytes(18)))
  const same = await verify(stored ?? nobody, password)
  return same && stored !== null
}
