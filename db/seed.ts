import type { Writer } from './index.ts'

/** Fills a new database: taxonomy and terminology always, demo records and accounts when `demo`. */
export async function seed(_tx: Writer, _options: { demo: boolean }): Promise<void> {}
