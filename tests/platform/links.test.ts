import { eq } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { privateLinks } from '#db/schema/platform.ts'
import { days, now } from '#app/platform/clock.ts'
import { currentToken, openLink, readLink, renewLink, useLink } from '#app/platform/links.server.ts'
import { loggablePath } from '#app/platform/log.server.ts'
import { setClock } from '../support/clock.ts'

afterEach(() => setClock(0))
const inDays = (n: number) => new Date(now().getTime() + days(n))
const open = (subject: string, expiresAt: Date | null = null) => transact((tx) => openLink(tx, 'receipt', subject, expiresAt))

test('a token opens what it was made for, nothing else', async () => {
  const token = await open('inquiry:1')
  expect((await readLink(db, 'receipt', token))?.subject).toBe('inquiry:1')
  expect(await readLink(db, 'answer', token)).toBeNull()
  const other = await open('inquiry:2')
  expect(await readLink(db, 'receipt', token.slice(0, 32) + other.slice(32))).toBeNull()
  expect(await currentToken(db, 'receipt', 'inquiry:1')).toBe(token)
})

test('a link ends with its time, by the one clock', async () => {
  const token = await open('inquiry:3', inDays(7))
  setClock(days(6))
  expect(await readLink(db, 'receipt', token)).not.toBeNull()
  setClock(days(8))
  expect(await readLink(db, 'receipt', token)).toBeNull()
  expect(await currentToken(db, 'receipt', 'inquiry:3')).toBeNull()
})

test('a new generation ends the old address, and only one renewal wins', async () => {
  const token = await open('inquiry:4')
  const link = (await readLink(db, 'receipt', token))!
  const renewals = await Promise.allSettled([1, 2].map(() => transact((tx) => renewLink(tx, link, inDays(7)))))
  expect(renewals.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await readLink(db, 'receipt', token)).toBeNull()
  const renewed = await currentToken(db, 'receipt', 'inquiry:4')
  expect((await readLink(db, 'receipt', renewed!))?.generation).toBe(2)
})

test('a used or revoked link is closed', async () => {
  const token = await open('inquiry:5')
  const link = (await readLink(db, 'receipt', token))!
  expect(await transact((tx) => useLink(tx, link))).toBe(true)
  expect(await transact((tx) => useLink(tx, link))).toBe(false)
  expect(await readLink(db, 'receipt', token)).toBeNull()
  const other = await open('inquiry:6')
  await transact((tx) => tx.update(privateLinks).set({ revokedAt: now() }).where(eq(privateLinks.subject, 'inquiry:6')).returning())
  expect(await readLink(db, 'receipt', other)).toBeNull()
})

test('logs never hold the token of a link', () => {
  expect(loggablePath('/zh/receipts/abc123/reply?x=1')).toBe('/zh/receipts/…/reply')
  expect(loggablePath('/ja/account/activation/abc123')).toBe('/ja/account/activation/…')
  expect(loggablePath('/ja/answers/abc123?consent=yes')).toBe('/ja/answers/…')
})
