/** Builds what is stale. As a command: `node scripts/build.mjs [sqlite|postgres|all]`; without a name, DATABASE_URL decides. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { engineOf } from './engine.mjs'
import { checkout, ensureInstalled, fail } from './install.mjs'
import { packAssets } from './pack.mjs'

const SOURCES = ['app', 'db', 'locales', 'public', 'package.json', 'package-lock.json', 'scripts/build.mjs', 'scripts/floor', 'scripts/floor.mjs', 'scripts/pack.mjs', 'tsconfig.json', 'vite.config.ts']
/** Read when the server runs, not when it is built. */
const UNBUILT = join('db', 'migrations')

function stampOf() {
  const hash = createHash('sha1')
  const add = (path) => {
    if (path === UNBUILT) return
    if (statSync(join(checkout, path)).isDirectory()) for (const name of readdirSync(join(checkout, path)).sort()) add(join(path, name))
    else hash.update(`${path.replaceAll(sep, '/')}\n`).update(readFileSync(join(checkout, path)))
  }
  for (const path of SOURCES) if (existsSync(join(checkout, path))) add(path)
  return hash.digest('hex')
}

/** The built server of an engine, built first when its sources have changed. Null when the build failed. */
export function ensureBuilt(engine) {
  const server = join(checkout, 'build', engine, 'server', 'server.js')
  const stampFile = join(checkout, 'build', engine, 'stamp')
  const stamp = stampOf()
  if (existsSync(server) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return server
  console.log(`Building for ${engine} …`)
  const remix = join(checkout, 'node_modules', '@remix-run', 'dev', 'dist', 'cli.js')
  const built = spawnSync(process.execPath, [remix, 'vite:build', '--logLevel', 'error'], {
    cwd: checkout,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ENGINE: engine, NODE_ENV: 'production' },
  })
  if (built.status !== 0 || !existsSync(server) || !finishAssets(join(checkout, 'build', engine))) return null
  writeFileSync(stampFile, stamp)
  return server
}

/** What browsers load: nothing but what pages name, nothing that old browsers do not know, compressed once and for all. */
function finishAssets(folder) {
  const client = join(folder, 'client')
  // Nothing is hydrated (README, decision 3): of the client build only the stylesheet is ever asked for.
  for (const name of readdirSync(join(client, 'assets'))) if (name.endsWith('.js')) rmSync(join(client, 'assets', name))
  const judged = spawnSync(process.execPath, [join(checkout, 'scripts', 'floor.mjs'), client], { cwd: checkout, stdio: ['ignore', 'inherit', 'inherit'] })
  if (judged.status !== 0) return false
  packAssets(client, join(folder, 'packed'))
  return true
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureInstalled()
  const asked = process.argv[2] ?? engineOf()
  for (const engine of asked === 'all' ? ['sqlite', 'postgres'] : [asked]) {
    if (!ensureBuilt(engine)) fail(`The build for ${engine} failed.`)
  }
}
