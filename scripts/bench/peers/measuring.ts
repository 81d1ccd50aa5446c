/** What every contender of the search benchmark hands back, and the clock they share. */
import { statSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { loadavg } from 'node:os'
import { performance } from 'node:perf_hooks'
import { PEER_QUERIES } from '../peer-queries.ts'

export interface Outcome {
  name: string
  /** making the index from rows that are there; null: it has none */
  buildMs: number | null
  indexBytes: number | null
  /** of the contender's own process, after the queries */
  memoryMb: number
  /** hits by query, in the order of the list */
  hits: number[]
  /** milliseconds: rounds of the list */
  times: number[][]
  /** as the contender reports itself, where it does */
  own: number[][] | null
  /** waiting and running processes on the machine, when it began and ended */
  load: [number, number]
}

export interface Answer {
  hits: number
  /** milliseconds that the contender says it took */
  own?: number
}

/** A round more is begun only while a contender has taken less than this. */
const PATIENCE_MS = 60_000
const ROUNDS = 7

/**
 * Asks the whole list once unmeasured, then round by round.
 * @param once the slow ones: only one query is asked beforehand, and the list once
 */
export async function measure(ask: (query: string) => Answer | Promise<Answer>, { once = false } = {}): Promise<Pick<Outcome, 'hits' | 'times' | 'own' | 'load'>> {
  const before = loadavg()[0]!
  const warmUp = once ? PEER_QUERIES.slice(0, 1) : PEER_QUERIES
  const began = performance.now()
  for (const { query } of warmUp) await ask(query)
  const hits: number[] = []
  const times: number[][] = []
  const own: number[][] = []
  const rounds = once ? 1 : ROUNDS
  while (times.length < rounds && (times.length === 0 || performance.now() - began < PATIENCE_MS)) {
    const taken: number[] = []
    const said: number[] = []
    for (const [at, { query }] of PEER_QUERIES.entries()) {
      const asked = performance.now()
      const answer = await ask(query)
      taken.push(performance.now() - asked)
      if (answer.own !== undefined) said.push(answer.own)
      hits[at] = answer.hits
    }
    times.push(taken)
    if (said.length > 0) own.push(said)
  }
  return { hits, times, own: own.length > 0 ? own : null, load: [before, loadavg()[0]!] }
}

export interface Summary {
  median: number
  p95: number
}

const quantile = (sorted: number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

export function summary(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b)
  return { median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) }
}

export const rssMb = () => process.memoryUsage().rss / 1e6

/** What a folder takes on the disk; holes in its files do not count. */
export const bytesOnDisk = (folder: string): number => readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).blocks * 512, 0)

/** The last line of a contender's process. */
export function handBack(outcome: Outcome): void {
  process.stdout.write(`${JSON.stringify(outcome)}\n`)
}
