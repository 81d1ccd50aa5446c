import type { ToneName } from './marks.ts'
import type { Family } from './palette.ts'
import type { SymbolName } from './symbols.ts'

/** A symbol by the centre and size of its box. */
export type Placed = readonly [name: SymbolName, x: number, y: number, w: number, h: number, tone?: ToneName]

/** A line through the given x, y pairs; hot, cold and plain streams end in an arrow, `wire` and `signal` do not. */
export type Stream = readonly [kind: ToneName | 'wire' | 'signal', ...points: number[]]

export interface Parts {
  symbols: readonly Placed[]
  streams?: readonly Stream[]
}

export interface Scene extends Parts {
  /** Alternatives that complete the scene; the seed picks one. */
  ends?: readonly Parts[]
  /** False when the scene brings its own ground or hangs free. */
  floor?: false
  /** False when left and right carry meaning, as on a time axis. */
  mirror?: false
}

export interface FieldGroup {
  family: Family
  /** False where gauges on the streams would mean nothing. */
  instruments?: false
  own: Scene
  children: Readonly<Record<string, Scene>>
}

/** Height of the floor line that standing symbols rest on. */
export const FLOOR = 244
