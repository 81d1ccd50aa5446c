/** Both engines limit the values of one statement; no row here has more than some thirty. */
export const BATCH = 400

export function* batches<T>(items: readonly T[], size = BATCH): Generator<T[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size)
}
