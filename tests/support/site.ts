/** The built site as a process of its own, on a data folder that outlives it. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { ensureBuilt } from '../../scripts/build.mjs'

export interface Site {
  address: string
  /** resolves when the site answers; throws when it has ended before that */
  ready(): Promise<void>
  /** as a power cut: nothing is said good-bye to */
  kill(): Promise<void>
  /** as its keeper stops it */
  stop(): Promise<void>
}

export interface House {
  folder: string
  start(port: number): Site
  /** the clock of the house, moved forward by so many milliseconds */
  moveClock(byMs: number): void
  now(): number
  /** rows of the database, read beside the site */
  rows<T>(query: string, ...values: unknown[]): T[]
  remove(): void
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** A data folder with its clock, and what starts the site on it. */
export function openHouse(settings: Record<string, string>): House {
  if (!ensureBuilt('sqlite')) throw new Error('the build failed')
  const folder = mkdtempSync(join(tmpdir(), 'databank-house-'))
  let offset = 0
  const running = new Set<ChildProcess>()
  const tidy = () => running.forEach((child) => child.kill('SIGKILL'))
  process.once('exit', tidy)
  return {
    folder,
    start(port) {
      const address = `http://127.0.0.1:${port}`
      const env: NodeJS.ProcessEnv = {
        NODE_ENV: 'test', HOST: '127.0.0.1', DATABASE_URL: '', INQUIRIES_PER_HOUR: '1000000', LOG_LEVEL: 'error', ORIGIN: address, ...settings,
        PORT: String(port), DATA_DIR: folder, CLOCK_FILE: join(folder, 'clock'), PATH: process.env.PATH, HOME: process.env.HOME,
      }
      const child = spawn(process.execPath, ['scripts/start.mjs'], { stdio: ['ignore', 'ignore', 'inherit'], env })
      running.add(child)
      const ended = once(child, 'exit').then(() => running.delete(child))
      const end = async (signal: NodeJS.Signals) => {
        child.kill(signal)
        await ended
      }
      return {
        address,
        kill: () => end('SIGKILL'),
        stop: () => end('SIGTERM'),
        ready: () =>
          until(async () => {
            if (!running.has(child)) throw new Error(`the site ended with ${child.exitCode ?? child.signalCode}`)
            return fetch(`${address}/healthz`).then(({ ok }) => ok, () => false)
          }),
      }
    },
    moveClock(byMs) {
      offset += byMs
      writeFileSync(join(folder, 'clock'), String(offset))
    },
    now: () => Date.now() + offset,
    rows<T>(query: string, ...values: unknown[]) {
      const file = new Database(join(folder, 'databank.sqlite'), { readonly: true, timeout: 10_000 })
      try {
        return file.prepare(query).all(...values) as T[]
      } finally {
        file.close()
      }
    },
    remove() {
      process.removeListener('exit', tidy)
      tidy()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Looks again and again until it is so. */
export async function until(isSo: () => boolean | Promise<boolean>, withinMs = 60_000): Promise<void> {
  const end = Date.now() + withinMs
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`not so within ${withinMs} ms: ${isSo}`)
    await pause(50)
  }
}
