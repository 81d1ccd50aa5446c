import { randomBytes } from 'node:crypto'
import { and, count, eq, isNotNull, isNull, lt, ne, or } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import type { Reader, Writer } from '#db/index.ts'
import { recoveryCodes, sessions, users } from '#db/schema/accounts.ts'
import { now } from '#app/platform/clock.ts'
import { record } from '#app/platform/ledger.server.ts'
import { seal, sign, unseal } from '#app/platform/secrets.server.ts'
import type { User } from './data.server.ts'
import { tell } from './telling.server.ts'
import { subjectOf } from './mutations.server.ts'

const CODES = 10
/** Without characters that look alike on paper. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
const purposeOf = (userId: string) => `totp ${userId}`

function appOf(user: User, issuer = '') {
  const secret = user.totpSecret && unseal(purposeOf(user.id), user.totpSecret)
  return secret ? new TOTP({ issuer, label: user.email, secret: Secret.fromBase32(secret) }) : null
}

/** What an app needs to know while the second step is being set up; null when it is not. */
export function enrolmentOf(user: User, issuer: string): { key: string; uri: string } | null {
  const app = user.totpSince ? null : appOf(user, issuer)
  return app && { key: app.secret.base32.replace(/.{4}(?=.)/g, '$& '), uri: app.toString() }
}

/** The time step a code belongs to, now or one step beside it; null when it is none of them. */
function stepOf(user: User, code: string): number | null {
  const app = /^\d{6}$/.test(code) ? appOf(user) : null
  const delta = app?.validate({ token: code, timestamp: now().getTime(), window: 1 }) ?? null
  return app && delta !== null ? app.counter({ timestamp: now().getTime() }) + delta : null
}

/** Begins to set the second step up: a new key that counts once a code has confirmed it. */
export async function startEnrolment(tx: Writer, userId: string): Promise<boolean> {
  const totpSecret = seal(purposeOf(userId), new Secret({ size: 20 }).base32)
  const [user] = await tx.update(users).set({ totpSecret, totpStep: null }).where(and(eq(users.id, userId), isNull(users.totpSince))).returning()
  return user !== undefined
}

/** The app's first code turns the second step on; sessions that were opened without it end, but for `session`. Returns the recovery codes. */
export async function confirmEnrolment(tx: Writer, user: User, code: string, session: string | null): Promise<string[] | null> {
  const step = stepOf(user, code)
  if (step === null || !user.totpSecret) return null
  const [mine] = await tx
    .update(users)
    .set({ totpSince: now(), totpStep: step })
    .where(and(eq(users.id, user.id), isNull(users.totpSince), eq(users.totpSecret, user.totpSecret)))
    .returning()
  if (!mine) return null
  await tx.delete(sessions).where(and(eq(sessions.userId, user.id), session ? ne(sessions.id, session) : undefined))
  await record(tx, subjectOf(user.id), user.id, 'second-step-on')
  await tell(tx, mine, 'account-second-step-on')
  return writeCodes(tx, user.id)
}

/** Uses a code of the app or a recovery code up; false when it is wrong or was used before. */
export const useCode = async (tx: Writer, user: User, typed: string): Promise<boolean> => {
  const code = typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
  return /^\d{6}$/.test(code) ? useAppCode(tx, user, code) : useRecoveryCode(tx, user, code)
}

async function useAppCode(tx: Writer, user: User, code: string): Promise<boolean> {
  const step = stepOf(user, code)
  if (step === null) return false
  const [used] = await tx
    .update(users)
    .set({ totpStep: step })
    .where(and(eq(users.id, user.id), isNotNull(users.totpSince), or(isNull(users.totpStep), lt(users.totpStep, step))))
    .returning()
  return used !== undefined
}

async function useRecoveryCode(tx: Writer, user: User, code: string): Promise<boolean> {
  const [used] = await tx
    .update(recoveryCodes)
    .set({ usedAt: now() })
    .where(and(eq(recoveryCodes.userId, user.id), eq(recoveryCodes.hash, hashOf(user.id, code)), isNull(recoveryCodes.usedAt)))
    .returning()
  if (!used) return false
  await record(tx, subjectOf(user.id), user.id, 'recovery-code-used')
  await tell(tx, user, 'account-recovery-used')
  return true
}

const hashOf = (userId: string, code: string) => sign('recovery code', `${userId}.${code}`)

/** New recovery codes in place of all earlier ones; they are readable this once. */
export async function renewCodes(tx: Writer, userId: string): Promise<string[]> {
  await record(tx, subjectOf(userId), userId, 'recovery-codes-renewed')
  return writeCodes(tx, userId)
}

async function writeCodes(tx: Writer, userId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newCode)
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
  await tx.insert(recoveryCodes).values(codes.map((code) => ({ userId, hash: hashOf(userId, code) })))
  return codes.map((code) => code.replace(/.{4}(?=.)/g, '$&-'))
}

/** Twelve letters, about 59 bits: nobody guesses one at ten tries in a quarter of an hour. */
function newCode(): string {
  let code = ''
  while (code.length < 12) for (const byte of randomBytes(16)) if (byte < 240 && code.length < 12) code += LETTERS[byte % 30]
  return code
}

export async function codesLeft(db: Reader, userId: string): Promise<number> {
  const [row] = await db.select({ n: count() }).from(recoveryCodes).where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)))
  return row?.n ?? 0
}

/** Takes the second step away; false when there was none. */
export async function dropSecondStep(tx: Writer, userId: string): Promise<User | null> {
  const [user] = await tx.update(users).set({ totpSecret: null, totpSince: null, totpStep: null }).where(and(eq(users.id, userId), isNotNull(users.totpSince))).returning()
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
  return user ?? null
}

/** The owner turns it off, having proved password and code. */
export async function turnOff(tx: Writer, userId: string): Promise<boolean> {
  const user = await dropSecondStep(tx, userId)
  if (!user) return false
  await record(tx, subjectOf(userId), userId, 'second-step-off')
  await tell(tx, user, 'account-second-step-off')
  return true
}
