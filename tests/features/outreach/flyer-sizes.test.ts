import { expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { technologies } from '#db/schema/catalogue.ts'
import { seed } from '#db/seed.ts'
import { printFlyer } from '#app/features/outreach/flyers/printing.server.ts'
import { flyerSubject } from '#app/features/outreach/flyers/subjects.server.ts'

const MOST_BYTES = 200 * 1024

// `npm run bench -- flyers` prints them all.
test('every fortieth of the bundled technologies fits on a sheet of at most 200 KB, in both languages', async () => {
  await transact((tx) => seed(tx, { demo: true }))
  const rows = await db.select({ slug: technologies.slug }).from(technologies)
  const chosen = rows.filter((_, at) => at % 40 === 0)
  expect(chosen.length).toBeGreaterThan(2)
  for (const { slug } of chosen) {
    for (const locale of ['ja', 'zh'] as const) {
      const printed = await printFlyer((await flyerSubject(db, 'technologies', slug, locale))!, locale, null, 'pdf')
      expect(printed.ok && printed.bytes.length, slug).toBeLessThanOrEqual(MOST_BYTES)
    }
  }
}, 180_000)
