import { resolve } from 'node:path'

/** Where the site keeps its files: database, secrets, uploads, letters. */
export const dataDir = resolve(process.env.DATA_DIR || 'data')

/** `DATABASE_URL`, or the SQLite file under the data folder. */
export const databaseUrl = process.env.DATABASE_URL || resolve(dataDir, 'databank.sqlite')
