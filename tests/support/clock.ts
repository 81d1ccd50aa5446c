import { writeFileSync } from 'node:fs'

/** Moves the one clock by so many milliseconds from real time. */
export function setClock(offsetMs: number): void {
  writeFileSync(process.env.CLOCK_FILE!, String(offsetMs))
}
