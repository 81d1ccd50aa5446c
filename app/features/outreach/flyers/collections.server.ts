import { randomBytes } from 'node:crypto'
import { desc, eq } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { collections } from '#db/schema/flyers.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { hours, now } from '#app/platform/clock.ts'
import { limit } from '#app/platform/form.server.ts'
import { MissingGlyph } from '#app/platform/lettering/faces.server.ts'
import { openCompositor } from '#app/platform/lettering/setting.server.ts'
import { record } from '#app/platform/ledger.server.ts'
import type { Locale } from '#app/platform/locale.ts'

export const PAGE = 30
export type Collection = typeof collections.$inferSelect

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
/** 16 letters of 31: nobody finds one by guessing. */
const drawCode = () => Array.from(randomBytes(16), (byte) => LETTERS[byte % LETTERS.length]).join('')

const perAddress = limit(10, hours(1))
export const mayCollect = (address: string) => perAddress(address)

/** Why a title cannot stand on paper; a key of flyers.json, collection.errors.*. */
export async function titleTrouble(title: string): Promise<'unprintable' | null> {
  try {
    ;(await openCompositor()).measure(title, { locale: 'ja', size: 1, weight: 'bold' })
    return null
  } catch (error) {
    if (error instanceof MissingGlyph) return 'unprintable'
    throw error
  }
}

/** Puts technologies together under a title; answers the code of their page. Nothing of who did it is kept. */
export async function makeCollection(tx: Writer, { title, language, technologyIds }: { title: string; language: Locale; technologyIds: string[] }): Promise<string> {
  const code = drawCode()
  const [row] = await tx.insert(collections).values({ code, title, language, technologyIds, createdAt: now() }).returning()
  await record(tx, `collection:${row!.id}`, 'visitor', 'collection-made', { technologies: technologyIds.length })
  return code
}

export async function readCollection(db: Reader, code: string): Promise<Collection | null> {
  const [row] = await db.select().from(collections).where(eq(collections.code, code))
  return row ?? null
}

export const hasCollection = async (db: Reader, id: string): Promise<boolean> => (await db.$count(collections, eq(collections.id, id))) > 0

export const listCollections = async (db: Reader, page: number) => ({
  total: await db.$count(collections),
  items: await db.select().from(collections).orderBy(desc(collections.createdAt), desc(collections.id)).limit(PAGE).offset((page - 1) * PAGE),
})

/** For a title that must not stand on a page of ours: the page is gone for everybody. */
export async function removeCollection(tx: Writer, clerk: Secretary, id: string): Promise<boolean> {
  const [row] = await tx.delete(collections).where(eq(collections.id, id)).returning()
  if (row) await record(tx, `collection:${id}`, clerk.id, 'collection-removed')
  return row !== undefined
}
