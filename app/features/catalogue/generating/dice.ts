/** Repeatable chance: the same seed gives the same throws. */
export interface Dice {
  /** 0 ≤ x < 1 */
  throw(): number
  chance(share: number): boolean
  between(least: number, most: number): number
  pick<T>(items: readonly T[]): T
  /** so many different ones, or all */
  some<T>(items: readonly T[], count: number): T[]
}

/** Mulberry32. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]!
  return {
    throw: next,
    chance: (share) => next() < share,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick,
    some(items, count) {
      const chosen = new Set<(typeof items)[number]>()
      while (chosen.size < Math.min(count, items.length)) chosen.add(pick(items))
      return [...chosen]
    },
  }
}
