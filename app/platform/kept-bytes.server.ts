/** Made bytes in memory by key, at most so many together; what was asked for longest ago is forgotten first. */
export function keptBytes(most: number) {
  const kept = new Map<string, Buffer>()
  let total = 0
  return {
    find(key: string): Buffer | undefined {
      const bytes = kept.get(key)
      if (!bytes) return undefined
      kept.delete(key)
      kept.set(key, bytes)
      return bytes
    },
    keep(key: string, bytes: Buffer): void {
      total += bytes.length - (kept.get(key)?.length ?? 0)
      kept.delete(key)
      kept.set(key, bytes)
      for (const [oldest, dropped] of kept) {
        if (total <= most) break
        kept.delete(oldest)
        total -= dropped.length
      }
    },
  }
}
