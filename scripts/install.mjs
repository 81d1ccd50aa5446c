import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const checkout = fileURLToPath(new URL('..', import.meta.url))
const OLDEST = [20, 11]
const MARK = new URL('../node_modules/.installed-for', import.meta.url)
/** Native parts belong to one Node generation and machine. */
const machine = `${process.platform} ${process.arch} ${process.versions.modules}`

/** The packages of the lock are there, made for this Node; otherwise `npm ci` brings them. Needs no package itself. */
export function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    fail(`Node ${OLDEST.join('.')} or later is needed; this is ${process.version}.`)
  }
  process.chdir(checkout)
  if (isInstalled()) return
  console.log('Installing packages (npm ci) …')
  const done = npm(['ci', '--include=dev', '--no-audit', '--no-fund'])
  if (done.status !== 0) fail('npm ci did not succeed; see above.')
  writeFileSync(MARK, machine)
}

function isInstalled() {
  const wanted = read('../package-lock.json')
  const present = read('../node_modules/.package-lock.json')
  if (!wanted || !present) return false
  for (const [path, entry] of Object.entries(wanted.packages)) {
    if (path === '' || entry.optional || entry.devOptional || entry.peer) continue
    if (present.packages[path]?.version !== entry.version) return false
  }
  try {
    return readFileSync(MARK, 'utf8') === machine
  } catch {
    return true
  }
}

function read(path) {
  try {
    return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
  } catch {
    return null
  }
}

/** Runs npm: the one that runs us, or the one on the path. */
function npm(args) {
  const own = process.env.npm_execpath
  const options = { cwd: checkout, stdio: ['ignore', 'inherit', 'inherit'] }
  return own?.endsWith('.js') || own?.endsWith('.cjs')
    ? spawnSync(process.execPath, [own, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
}

/** One clear line, and the end. */
export function fail(line) {
  console.error(line)
  process.exit(1)
}
