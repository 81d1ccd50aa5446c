import { db, engine } from '#db/index.ts'
import { pendingLetters } from '#app/platform/mail.server.ts'

const PATIENCE = 3_000
const headers = { 'Cache-Control': 'no-store' }

export async function loader() {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, fail) => (timer = setTimeout(() => fail(new Error('late')), PATIENCE)))
  try {
    const letters = await Promise.race([pendingLetters(db), late])
    return Response.json({ ok: true, database: engine, pendingLetters: letters }, { headers })
  } catch {
    return Response.json({ ok: false }, { status: 503, headers })
  } finally {
    clearTimeout(timer)
  }
}
