import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { facts, submissions } from '#db/schema/platform.ts'
import { days, now } from '#app/platform/clock.ts'
import { forgetSubmissions, once } from '#app/platform/submissions.server.ts'

const post = (path: string, key: string | null) => new Request(`http://127.0.0.1${path}`, { method: 'POST', body: new URLSearchParams({ ...(key ? { _key: key } : {}), word: 'x' }) })
let acts = 0
/** An act that leaves a trace each time it happens. */
const send = (path: string, key: string | null, ok = true) =>
  transact((tx) =>
    once(tx, post(path, key), async () => {
      acts++
      await tx.insert(facts).values({ name: `sent:${acts}` })
      return { ok, n: acts }
    }),
  )
const traces = () => db.$count(facts)

test('a form that is sent again, one after the other or both at once, does nothing and is answered as before', async () => {
  const key = randomUUID()
  const before = await traces()
  const first = await send('/zh/receipts/a/reply', key)
  expect(await send('/zh/receipts/a/reply', key)).toEqual(first)
  const other = randomUUID()
  const [one, two] = await Promise.all([send('/zh/receipts/a/reply', other), send('/zh/receipts/a/reply', other)])
  expect(one).toEqual(two)
  expect(await traces()).toBe(before + 2)
})

test('another form, another page, or no key: each is an act of its own', async () => {
  const key = randomUUID()
  const before = await traces()
  for (const [path, sent] of [['/zh/receipts/a/reply', key], ['/zh/receipts/b/reply', key], ['/zh/receipts/a/reply', randomUUID()], ['/zh/receipts/a/reply', null], ['/zh/receipts/a/reply', null]] as const) await send(path, sent)
  expect(await traces()).toBe(before + 5)
})

test('what was refused or failed may be sent again; old ones are forgotten', async () => {
  const key = randomUUID()
  expect(await send('/ja/join', key, false)).toMatchObject({ ok: false })
  await expect(transact((tx) => once(tx, post('/ja/join', key), () => Promise.reject(new Error('cut'))))).rejects.toThrow('cut')
  expect(await send('/ja/join', key)).toMatchObject({ ok: true })
  expect(await db.$count(submissions)).toBeGreaterThan(0)
  await transact((tx) => forgetSubmissions(tx, new Date(now().getTime() + days(1))))
  expect(await db.$count(submissions)).toBe(0)
})
