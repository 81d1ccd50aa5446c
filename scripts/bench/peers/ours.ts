/** Our search, on the engine of the environment: index made anew from the rows, then the list of queries. */
import { performance } from 'node:perf_hooks'
import Database from 'better-sqlite3'
import { settleDocuments } from '#db/dialect'
import { db, engine, transact } from '#db/index.ts'
import { databaseUrl } from '#db/location.ts'
import { searchTechnologies } from '#app/features/catalogue/data.server.ts'
import { reindexListings } from '#app/features/catalogue/derivation.server.ts'
import { handBack, measure, rssMb } from './measuring.ts'

/** Empties the index and measures it, past the kit: the site itself has no use for either. */
async function index(): Promise<{ clear(): Promise<void>; settle(): Promise<void>; bytes(): Promise<number> }> {
  if (engine === 'sqlite') {
    const file = new Database(databaseUrl, { timeout: 15_000 })
    return {
      clear: async () => void file.exec("insert into search_documents (search_documents) values ('delete-all')"),
      settle: async () => undefined,
      bytes: async () => file.prepare("select sum(pgsize) from dbstat where name glob 'search_documents*'").pluck().get() as number,
    }
  }
  const { default: pg } = await import('pg')
  const pool = new pg.Pool({ connectionString: databaseUrl })
  return {
    clear: async () => void (await pool.query('truncate search_documents')),
    // A running server does so by itself within minutes; until then it reads what was added lately from end to end.
    settle: async () => void (await pool.query('vacuum analyze search_documents')),
    bytes: async () => {
      const { rows } = await pool.query<{ n: number }>("select pg_total_relation_size('search_documents')::float8 as n")
      return rows[0]!.n
    },
  }
}

const { clear, settle, bytes } = await index()
await clear()
const began = performance.now()
await transact(reindexListings)
await transact(settleDocuments)
await settle()
const buildMs = performance.now() - began
const measured = await measure(async (q) => ({ hits: (await searchTechnologies(db, { q, filters: {}, order: 'kana-asc', page: 1, limit: 20 })).total }))
handBack({ name: engine === 'sqlite' ? 'ours' : 'ours on PostgreSQL', buildMs, indexBytes: await bytes(), memoryMb: rssMb(), ...measured })
process.exit(0)
