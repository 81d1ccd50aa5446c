/** What both kits promise. No engine is named here. */

export interface Connection<R, W> {
  engine: 'sqlite' | 'postgres'
  db: R
  /** The only way to a Writer. Everything in `work` commits together or not at all; never nest, never await the network inside. */
  transact: <T>(work: (tx: W) => Promise<T>) => Promise<T>
  migrate(folder: string): Promise<void>
  /** Every read in it sees the database as of one moment, while others go on writing. */
  snapshot: <T>(read: (db: R) => Promise<T>) => Promise<T>
  /** Writes a consistent copy of the running database to a file; null where the engine makes none. */
  backup: ((file: string) => Promise<void>) | null
  /** What was erased leaves the files of the database as well, as far as the engine can be told to. */
  scrub(): Promise<void>
  close(): Promise<void>
}

/** Any of these phrases; `prefix` lets the last token of a phrase be a beginning. */
export type Match = readonly Phrase[]
export interface Phrase {
  tokens: readonly string[]
  prefix?: boolean
}

/** What is searched apart from one another: what everybody may find, and what the desk alone may. */
export type Collection = 'listings' | 'inquiries'
export const documentTables: Record<Collection, string> = { listings: 'search_documents', inquiries: 'inquiry_documents' }
