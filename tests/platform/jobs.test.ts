import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { jobs } from '#db/schema/platform.ts'
import { hours, minutes, now } from '#app/platform/clock.ts'
import { backoff, cancel, runDueJobs, schedule, type Job } from '#app/platform/jobs.server.ts'
import { setClock } from '../support/clock.ts'

beforeEach(() => transact((tx) => tx.delete(jobs).returning()))
afterEach(() => setClock(0))
const later = (ms: number) => new Date(now().getTime() + ms)

test('a due job runs once and is gone', async () => {
  const ran: string[] = []
  await transact((tx) => schedule(tx, 'note', 'note:1', now(), { what: 'x' }))
  const workers = { note: async (job: Job) => void ran.push(job.payload.what!) }
  expect(await runDueJobs(workers)).toBe(1)
  expect(await runDueJobs(workers)).toBe(0)
  expect(ran).toEqual(['x'])
})

test('many runners at once never run a job twice', async () => {
  const ran = new Map<string, number>()
  await transact(async (tx) => {
    for (let n = 0; n < 25; n++) await schedule(tx, 'note', `note:${n}`)
  })
  const workers = {
    note: async (job: Job) => {
      ran.set(job.key, (ran.get(job.key) ?? 0) + 1)
      await new Promise((next) => setImmediate(next))
    },
  }
  await Promise.all(Array.from({ length: 8 }, () => runDueJobs(workers)))
  expect(ran.size).toBe(25)
  expect([...ran.values()].every((times) => times === 1)).toBe(true)
})

test('a job waits for its time, and the earlier of two times counts', async () => {
  const workers = { note: async () => undefined }
  await transact((tx) => schedule(tx, 'note', 'note:1', later(hours(2))))
  await transact((tx) => schedule(tx, 'note', 'note:1', later(hours(1))))
  await transact((tx) => schedule(tx, 'note', 'note:1', later(hours(3))))
  expect(await db.$count(jobs)).toBe(1)
  expect(await runDueJobs(workers)).toBe(0)
  setClock(minutes(61))
  expect(await runDueJobs(workers)).toBe(1)
})

test('a failed job is tried again, later each time, and says why', async () => {
  const attempts: number[] = []
  const workers = {
    note: async (job: Job) => {
      attempts.push(job.attempts)
      throw new Error('the wire is cut')
    },
  }
  await transact((tx) => schedule(tx, 'note', 'note:1'))
  await runDueJobs(workers)
  const [row] = await db.select().from(jobs)
  expect(row).toMatchObject({ attempts: 1, leaseUntil: null, lastError: 'Error: the wire is cut' })
  expect(await runDueJobs(workers)).toBe(0)
  setClock(minutes(1) + 1_000)
  expect(await runDueJobs(workers)).toBe(1)
  setClock(minutes(2))
  expect(await runDueJobs(workers)).toBe(0)
  expect(attempts).toEqual([1, 2])
  expect([1, 2, 3, 8, 20].map(backoff)).toEqual([1, 2, 4, 120, 120].map(minutes))
})

test('a job whose runner died is taken over when its lease ends', async () => {
  await transact((tx) => schedule(tx, 'note', 'note:1'))
  await transact((tx) => tx.update(jobs).set({ leaseUntil: later(minutes(2)), leaseHolder: 'a dead server', attempts: 1 }).where(eq(jobs.key, 'note:1')).returning())
  const workers = { note: async () => undefined }
  expect(await runDueJobs(workers)).toBe(0)
  setClock(minutes(3))
  expect(await runDueJobs(workers)).toBe(1)
  expect(await db.$count(jobs)).toBe(0)
})

test('a worker may ask to be run again', async () => {
  let ran = 0
  await transact((tx) => schedule(tx, 'note', 'note:1'))
  const workers = { note: async () => (++ran < 3 ? later(hours(1)) : undefined) }
  await runDueJobs(workers)
  setClock(hours(1) + 1_000)
  await runDueJobs(workers)
  setClock(hours(3))
  await runDueJobs(workers)
  expect(ran).toBe(3)
  expect(await db.$count(jobs)).toBe(0)
})

test('a cancelled job does not run, and a job of another runner is left to it', async () => {
  await transact((tx) => schedule(tx, 'note', 'note:1'))
  await transact((tx) => cancel(tx, 'note:1'))
  await transact((tx) => schedule(tx, 'reading', 'reading:1'))
  expect(await runDueJobs({ note: async () => expect.unreachable() })).toBe(0)
  expect(await db.select().from(jobs).where(eq(jobs.key, 'reading:1'))).toMatchObject([{ attempts: 0, leaseUntil: null }])
})
