import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** What somebody sent is looked into by a process of its own: it may use so much memory and time, and may die. */
export interface Reading {
  /** what it wrote, one JSON value a line */
  lines: unknown[]
  /** `killed`: it took too long or too much */
  end: 'done' | 'failed' | 'killed'
}

const MOST_OUTPUT = 4 * 1024 * 1024
/** One of each kind at a time: together with the server they stay within a small machine. */
const queues = new Map<string, Promise<unknown>>()

/**
 * Runs `scripts/readers/NAME.mjs`, after those of the same name that were asked for before.
 * @param withinMs how long it may run, not counting the wait
 */
export function runReader(name: 'picture' | 'pdf', args: readonly string[], withinMs: number): Promise<Reading> {
  const mine = (queues.get(name) ?? Promise.resolve()).then(() => run(name, args, withinMs))
  queues.set(name, mine.catch(() => undefined))
  return mine
}

function run(name: string, args: readonly string[], withinMs: number): Promise<Reading> {
  return new Promise((resolve, reject) => {
    const script = join(process.cwd(), 'scripts/readers', `${name}.mjs`)
    const child = spawn(process.execPath, ['--max-old-space-size=256', script, ...args], {
      stdio: ['ignore', 'pipe', 'ignore'],
      // Nothing of the site's settings is its business.
      env: { NODE_ENV: 'production', MALLOC_ARENA_MAX: '2', SystemRoot: process.env.SystemRoot ?? '' },
    })
    const chunks: Buffer[] = []
    let size = 0
    const kill = () => child.kill('SIGKILL')
    const timer = setTimeout(kill, withinMs)
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > MOST_OUTPUT) kill()
      else chunks.push(chunk)
    })
    child.once('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    child.once('close', (code) => {
      clearTimeout(timer)
      resolve({ lines: linesOf(Buffer.concat(chunks).toString('utf8')), end: code === 0 ? 'done' : code === null ? 'killed' : 'failed' })
    })
  })
}

/** A process that was killed may have stopped in the middle of its last line. */
const linesOf = (output: string): unknown[] =>
  output.split('\n').flatMap((line): unknown[] => {
    try {
      return [JSON.parse(line)]
    } catch {
      return []
    }
  })
