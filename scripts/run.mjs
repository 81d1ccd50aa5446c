/** Runs `scripts/NAME.ts` with this checkout's packages, for the engine that DATABASE_URL asks for. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { engineOf } from './engine.mjs'
import { checkout, ensureInstalled, fail } from './install.mjs'

const [name = '', ...rest] = process.argv.slice(2)
const script = join(checkout, 'scripts', `${name}.ts`)
if (!/^[a-z-]+$/.test(name) || !existsSync(script)) fail(`There is no scripts/${name}.ts.`)

let engine
try {
  engine = engineOf()
} catch (error) {
  fail(error.message)
}
if (process.env.DATA_DIR) process.env.DATA_DIR = resolve(process.env.DATA_DIR)
/** Files named on the command line are meant from where the command was typed. */
process.env.CALLED_FROM = process.env.INIT_CWD ?? process.cwd()
ensureInstalled()

const conditions = engine === 'postgres' ? ['--conditions=postgres'] : []
const done = spawnSync(process.execPath, [...conditions, '--import', 'tsx', script, ...rest], {
  stdio: 'inherit',
  env: { LOG_LEVEL: 'warn', ...process.env },
})
process.exit(done.status ?? 1)
