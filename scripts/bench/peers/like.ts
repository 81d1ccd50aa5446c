/** `like.ts FILE`: plain LIKE over the published texts, number of hits and the first twenty. */
import Database from 'better-sqlite3'
import { handBack, measure, rssMb } from './measuring.ts'

const file = new Database(process.argv[2], { readonly: true })
file.pragma('cache_size = -64000')
file.pragma('mmap_size = 1073741824')

function like(query: string) {
  const words = query.split(' ')
  const values = words.map((word) => `%${word}%`)
  const from = `from listings l join listing_revisions r on r.id = l.revision_id where l.live and ${words.map(() => 'r.content like ?').join(' and ')}`
  const hits = file.prepare(`select count(*) ${from}`).pluck().get(...values) as number
  file.prepare(`select l.doc ${from} order by l.sort_kana limit 20`).all(...values)
  return { hits }
}

handBack({ name: 'LIKE', buildMs: null, indexBytes: null, ...(await measure(like, { once: true })), memoryMb: rssMb() })
