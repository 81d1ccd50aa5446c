/** The name of a table that came without a file. */
export const PASTED = '—'
