/** Too many wait already. */
export class TooBusy extends Error {}

/** Work of which only so many are under way at once; the others wait their turn, and beyond `waiting` of them nobody is let in. */
export function turns(atOnce: number, waiting: number) {
  let running = 0
  const queue: (() => void)[] = []
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= atOnce) {
      if (queue.length >= waiting) throw new TooBusy('too many wait')
      await new Promise<void>((go) => queue.push(go))
    } else running++
    try {
      return await work()
    } finally {
      // Whoever waits takes over the place.
      const next = queue.shift()
      if (next) next()
      else running--
    }
  }
}
