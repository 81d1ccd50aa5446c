/** Which of the two builds a DATABASE_URL asks for; throws one readable line when it is none we know. */
export function engineOf(url = process.env.DATABASE_URL) {
  if (!url) return 'sqlite'
  if (url.startsWith('pglite:')) return 'postgres'
  try {
    const { protocol, pathname } = new URL(url)
    if (/^postgres(ql)?:$/.test(protocol) && pathname.length > 1) return 'postgres'
  } catch {
    // said below
  }
  throw new Error('DATABASE_URL must look like postgres://user:password@host:5432/name (leave it out for SQLite).')
}
