import { open, type Reader, type Writer } from '#db/dialect'
import { databaseUrl } from './location.ts'

export type { Reader, Writer }

const connection = await open(databaseUrl)

export const db: Reader = connection.db
/** The only way to a Writer: everything inside commits together or not at all. */
export const transact = connection.transact
export const { engine, migrate, snapshot, backup, scrub, close } = connection
