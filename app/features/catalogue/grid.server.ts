import { industries, saysMore, type Industry } from './industries.ts'
import { countBits, hasBit, type Bits, type Shelf } from './shelf.server.ts'

/** The visible documents that bear all these marks. */
export function bearing(shelf: Shelf, ...marks: readonly string[]): Bits {
  return marks.reduce<Bits>((bits, mark) => {
    const own = shelf.marks.get(mark)
    return bits.map((word, at) => (own ? word & own[at]! : 0))
  }, shelf.live)
}

/** Document numbers, the newest first: a listing keeps the number it got when it was first published. */
export function newestOf(shelf: Shelf, bits: Bits, most = Infinity): number[] {
  const docs: number[] = []
  for (let doc = shelf.size - 1; doc >= 0 && docs.length < most; doc--) if (hasBit(bits, doc)) docs.push(doc)
  return docs
}

/** How many of these documents are for each industry, the most first; what a field says by itself is left out. */
export function industryCounts(shelf: Shelf, within: Bits, field: string): { industry: Industry; n: number }[] {
  return industries
    .filter((industry) => saysMore(field, industry))
    .map((industry) => {
      const own = shelf.marks.get(`industry:${industry}`)
      return { industry, n: own ? countBits(within.map((word, at) => word & own[at]!)) : 0 }
    })
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n)
}
