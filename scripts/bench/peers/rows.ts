/**
 * `rows.ts SIZE [FILE]`: generates the catalogue into the database of the environment. With FILE, also writes what its
 * search reads of every listing into an SQLite file, for the contenders that do not know the catalogue.
 */
import Database from 'better-sqlite3'
import { eq, inArray } from 'drizzle-orm'
import { db } from '#db/index.ts'
import { prepareDatabase } from '#db/prepare.ts'
import { companies, fields, listingRevisions, listings } from '#db/schema/catalogue.ts'
import { generateCatalogue } from '#app/features/catalogue/generating.server.ts'
import { searchTexts } from '#app/features/catalogue/search/indexing.server.ts'

const [size, file] = [Number(process.argv[2]), process.argv[3]]
await prepareDatabase()
await generateCatalogue({ technologies: size, seed: 1 })
if (file) await writeTexts(file)
process.exit(0)

async function writeTexts(to: string): Promise<void> {
  const byId = new Map((await db.select().from(fields)).map((field) => [field.id, field]))
  const namesOf = (ids: readonly string[]) => {
    const all = new Set(ids.flatMap((id) => [id, byId.get(id)?.parentId ?? id]))
    return [...all].flatMap((id) => [byId.get(id)!.ja, byId.get(id)!.zh, byId.get(id)!.en])
  }
  const out = new Database(to)
  out.exec('create table texts (doc integer primary key, n text, c text, k text, s text, b text, fields text)')
  const put = out.prepare('insert into texts values (?, ?, ?, ?, ?, ?, ?)')
  const docs = (await db.select({ doc: listings.doc }).from(listings).where(eq(listings.live, true))).map((row) => row.doc)
  out.exec('begin')
  for (let from = 0; from < docs.length; from += 500) {
    const rows = await db
      .select({ doc: listings.doc, marks: listings.marks, content: listingRevisions.content, company: companies })
      .from(listings)
      .innerJoin(listingRevisions, eq(listingRevisions.id, listings.revisionId))
      .innerJoin(companies, eq(companies.id, listings.companyId))
      .where(inArray(listings.doc, docs.slice(from, from + 500)))
    for (const { doc, marks, content, company } of rows) {
      const texts = searchTexts(content, company, namesOf(content.fields))
      const [n, c, k, s, b] = (['n', 'c', 'k', 's', 'b'] as const).map((letter) => texts[letter].filter(Boolean).join('\n'))
      put.run(doc, n, c, k, s, b, JSON.stringify(marks.filter((mark) => mark.startsWith('field:'))))
    }
  }
  out.exec('commit')
  out.close()
}
