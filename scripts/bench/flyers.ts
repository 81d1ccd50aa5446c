/** `npm run bench -- flyers`: a flyer of every seed technology in both languages, and a picture of every tenth: bytes, time, the longest pause of the server, memory. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'

const folder = mkdtempSync(join(tmpdir(), 'databank-flyers-'))
process.env.DATA_DIR = folder
delete process.env.DATABASE_URL
const { close, db, migrate, transact } = await import('#db/index.ts')
const { seed } = await import('#db/seed.ts')
const { technologies } = await import('#db/schema/catalogue.ts')
const { flyerSubject } = await import('#app/features/outreach/flyers/subjects.server.ts')
const { printFlyer } = await import('#app/features/outreach/flyers/printing.server.ts')
const { locales } = await import('#app/platform/locale.ts')

await migrate('db/migrations')
await transact((tx) => seed(tx, { demo: true }))
const slugs = (await db.select({ slug: technologies.slug }).from(technologies)).map((row) => row.slug)
const before = process.memoryUsage().rss
const pauses = monitorEventLoopDelay({ resolution: 5 })
const times = { pdf: [] as number[], png: [] as number[] }
const sizes = { pdf: [] as number[], png: [] as number[] }
let first = 0
for (const [place, slug] of slugs.entries()) {
  for (const locale of locales) {
    const subject = await flyerSubject(db, 'technologies', slug, locale)
    if (!subject) continue
    for (const type of place % 10 === 0 ? (['pdf', 'png'] as const) : (['pdf'] as const)) {
      const from = performance.now()
      const printed = await printFlyer(subject, locale, null, type)
      if (!printed.ok) throw new Error(`${slug}: ${printed.code}`)
      if (first === 0) {
        first = performance.now() - from
        pauses.enable()
        continue
      }
      times[type].push(performance.now() - from)
      sizes[type].push(printed.bytes.length)
    }
  }
}
const ranked = (all: number[]) => [...all].sort((a, b) => a - b)
const at = (all: number[], share: number) => ranked(all)[Math.floor((all.length - 1) * share)]!
for (const type of ['pdf', 'png'] as const) {
  console.log(`${type}: ${times[type].length} made; ${(at(sizes[type], 0.5) / 1024).toFixed(0)} KB in the middle, ${(at(sizes[type], 1) / 1024).toFixed(0)} KB the largest; ${at(times[type], 0.5).toFixed(0)} ms in the middle, ${at(times[type], 0.95).toFixed(0)} ms for 95 of 100`)
}
console.log(`first of all, fonts opened: ${first.toFixed(0)} ms; longest pause ${(pauses.max / 1e6).toFixed(0)} ms; memory ${((process.memoryUsage().rss - before) / 2 ** 20).toFixed(0)} MB more`)
await close()
rmSync(folder, { recursive: true, force: true })
if (at(sizes.pdf, 1) > 200 * 1024) process.exit(1)
