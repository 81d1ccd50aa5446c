import { and, asc, eq, inArray, isNull, lte, or } from 'drizzle-orm'
import { db, transact, type Writer } from '#db/index.ts'
import { jobs } from '#db/schema/platform.ts'
import { minutes, now } from './clock.ts'
import { log } from './log.server.ts'

export type Job = typeof jobs.$inferSelect
/** Does the work of one job. Throwing retries it later; returning a date runs it again then; nothing ends it. */
export type Worker = (job: Job) => Promise<Date | void>

const LEASE = minutes(2)
const me = crypto.randomUUID()

/** Schedules a job. A job of the same key that already waits is kept, at the earlier of the two times. `subject`: what it can be found by. */
export async function schedule(tx: Writer, kind: string, key: string, dueAt: Date = now(), payload: Record<string, string> = {}, subject: string | null = null): Promise<void> {
  const [waiting] = await tx.select().from(jobs).where(eq(jobs.key, key))
  if (!waiting) await tx.insert(jobs).values({ kind, key, subject, payload, dueAt })
  else if (waiting.dueAt > dueAt) await tx.update(jobs).set({ dueAt }).where(eq(jobs.id, waiting.id))
}

export async function cancel(tx: Writer, key: string): Promise<void> {
  await tx.delete(jobs).where(eq(jobs.key, key))
}

/** Takes the next due job of these kinds under a lease, so that two servers on one database never run it twice. */
async function lease(kinds: string[]): Promise<Job | null> {
  const at = now()
  const free = or(isNull(jobs.leaseUntil), lte(jobs.leaseUntil, at))
  const [due] = await db.select().from(jobs).where(and(lte(jobs.dueAt, at), inArray(jobs.kind, kinds), free)).orderBy(asc(jobs.dueAt)).limit(1)
  if (!due) return null
  const [mine] = await transact((tx) =>
    tx
      .update(jobs)
      .set({ leaseUntil: new Date(at.getTime() + LEASE), leaseHolder: me, attempts: due.attempts + 1 })
      .where(and(eq(jobs.id, due.id), eq(jobs.attempts, due.attempts), free))
      .returning(),
  )
  return mine ?? lease(kinds)
}

/** Retries after 1, 2, 4 … minutes, at most two hours. */
export const backoff = (attempts: number) => minutes(Math.min(120, 2 ** Math.max(0, attempts - 1)))

/** Runs every job that is due and that these workers do; returns how many were run. */
export async function runDueJobs(workers: Record<string, Worker>): Promise<number> {
  const kinds = Object.keys(workers)
  let ran = 0
  for (let job = await lease(kinds); job; job = await lease(kinds)) {
    const mine = and(eq(jobs.id, job.id), eq(jobs.leaseHolder, me), eq(jobs.attempts, job.attempts))
    try {
      const worker = workers[job.kind]
      if (!worker) throw new Error(`no worker for ${job.kind}`)
      const again = await worker(job)
      await transact(async (tx) => {
        if (again) await tx.update(jobs).set({ dueAt: again, leaseUntil: null, attempts: 0, lastError: null }).where(mine)
        else await tx.delete(jobs).where(mine)
      })
    } catch (error) {
      log.warn({ job: job.kind, attempts: job.attempts, error: String(error) }, 'job failed')
      const dueAt = new Date(now().getTime() + backoff(job.attempts))
      await transact((tx) => tx.update(jobs).set({ dueAt, leaseUntil: null, lastError: String(error).slice(0, 500) }).where(mine).returning())
    }
    ran++
  }
  return ran
}

/** Looks for due jobs now and then, and at once when `wake` is called. Returns the stop function. */
export function startRunner(workers: Record<string, Worker>, everyMs = 2_000): { wake(): void; stop(): Promise<void> } {
  let stopped = false
  let running: Promise<unknown> | null = null
  let again = false
  const turn = () => {
    if (stopped) return
    if (running) {
      again = true
      return
    }
    running = runDueJobs(workers)
      .catch((error) => log.error({ error: String(error) }, 'job runner'))
      .finally(() => {
        running = null
        if (again) {
          again = false
          turn()
        }
      })
  }
  const timer = setInterval(turn, everyMs)
  turn()
  return {
    wake: turn,
    async stop() {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}
