import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { dropDocument, isDuplicate, matchDocuments, putDocument } from '#db/dialect'
import { db, transact } from '#db/index.ts'
import { facts, ledger } from '#db/schema/platform.ts'

test('a transaction commits as a whole or not at all', async () => {
  await expect(
    transact(async (tx) => {
      await tx.insert(facts).values({ name: 'half' })
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  expect(await db.$count(facts, eq(facts.name, 'half'))).toBe(0)
})

test('of twenty simultaneous guarded moves exactly one wins', async () => {
  await transact((tx) => tx.insert(facts).values({ name: 'stage', value: 'checking' }).returning())
  const moves = await Promise.all(
    Array.from({ length: 20 }, () =>
      transact((tx) => tx.update(facts).set({ value: 'forwarded' }).where(and(eq(facts.name, 'stage'), eq(facts.value, 'checking'))).returning()),
    ),
  )
  expect(moves.filter((rows) => rows.length === 1)).toHaveLength(1)
})

test('a second row of the same key is a duplicate', async () => {
  await transact((tx) => tx.insert(facts).values({ name: 'once' }).returning())
  const error = await transact((tx) => tx.insert(facts).values({ name: 'once' }).returning()).catch((caught: unknown) => caught)
  expect(isDuplicate(error)).toBe(true)
})

test('the ledger refuses change and removal', async () => {
  await transact((tx) => tx.insert(ledger).values({ subject: 'x:1', actor: 'system', verb: 'made', codes: {}, at: new Date() }).returning())
  await expect(transact((tx) => tx.update(ledger).set({ verb: 'other' }).returning())).rejects.toThrow()
  await expect(transact((tx) => tx.delete(ledger).returning())).rejects.toThrow()
})

test('phrases match in one stream, across none, and forget what was dropped', async () => {
  await transact(async (tx) => {
    await putDocument(tx, 1, ['排热 热回 回收', 'co2'])
    await putDocument(tx, 2, ['排热', '热回 回收'])
    await putDocument(tx, 3, ["o'neil \\x"])
  })
  const found = async (tokens: string[], prefix = false) => (await matchDocuments(db, [{ tokens, prefix }])).sort()
  expect(await found(['排热', '热回'])).toEqual([1])
  expect(await found(['热回', '回收'])).toEqual([1, 2])
  expect(await found(['co'], true)).toEqual([1])
  expect(await found(['回'], true)).toEqual([1, 2])
  await transact((tx) => dropDocument(tx, 1))
  expect(await found(['排热'])).toEqual([2])
})
