/** Run by commands.test.ts in a process of its own: prints how many technologies a query finds. */
import { close, db } from '#db/index.ts'
import { searchTechnologies } from '#app/features/catalogue/data.server.ts'

const found = await searchTechnologies(db, { q: process.argv[2] ?? '', filters: {}, order: 'kana-asc', page: 1, limit: 20 })
process.stdout.write(String(found.total))
await close()
