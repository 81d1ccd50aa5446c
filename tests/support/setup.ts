import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'databank-'))
process.env.DATA_DIR = folder
process.env.CLOCK_FILE = join(folder, 'clock')
if (process.env.ENGINE === 'postgres') process.env.DATABASE_URL = 'pglite:'
else delete process.env.DATABASE_URL

beforeAll(async () => {
  const { migrate } = await import('#db/index.ts')
  await migrate('db/migrations')
})

afterAll(async () => {
  const { close } = await import('#db/index.ts')
  await close()
  rmSync(folder, { recursive: true, force: true })
})
