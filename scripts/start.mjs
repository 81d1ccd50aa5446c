/** `npm start`: installs when needed, builds when stale, serves. */
import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import * as module from 'node:module'
import { connect } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './build.mjs'
import { engineOf } from './engine.mjs'
import { checkout, ensureInstalled, fail } from './install.mjs'

const PATIENCE = 5_000

process.env.DATA_DIR = resolve(process.env.DATA_DIR || join(checkout, 'data'))
process.env.NODE_ENV ??= 'production'
const engine = checked(engineOf)
checked(openDataDir)
ensureInstalled()
// Where Node can (22 and later), compiled code is kept: a second start reads it.
module.enableCompileCache?.(join(checkout, 'node_modules', '.compiled'))
await reachDatabase()
const file = ensureBuilt(engine)
if (!file) fail('The build failed; see above.')

try {
  const { serve, env } = await import(pathToFileURL(file).href)
  const site = await serve()
  announce(site, env)
  let leaving = false
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      if (leaving) process.exit(1)
      leaving = true
      void site.stop().then(() => process.exit(0), (error) => fail(String(error)))
    })
  }
} catch (error) {
  const line = explain(error)
  if (!line) throw error
  fail(line)
}

function checked(look) {
  try {
    return look()
  } catch (error) {
    return fail(error.message)
  }
}

function openDataDir() {
  const folder = process.env.DATA_DIR
  try {
    makeFolder(folder)
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new Error(`DATA_DIR ${folder} cannot be used: ${error.code === 'ENOTDIR' ? 'it is not a folder' : error.code}.`)
  }
}

/** Step by step: Node's own recursive mkdir never returns for some places that refuse, such as /proc. */
function makeFolder(folder) {
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' })
    return
  }
  makeFolder(dirname(folder))
  mkdirSync(folder)
}

/** A server that does not answer is told at once, not after the driver's two minutes. */
async function reachDatabase() {
  const url = process.env.DATABASE_URL
  if (!url?.startsWith('postgres')) return
  const { hostname, port, host } = new URL(url)
  if (!hostname) return
  const trouble = await new Promise((done) => {
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || 5432, timeout: PATIENCE })
    socket.on('connect', () => done(null))
    socket.on('timeout', () => done('no answer'))
    socket.on('error', (error) => done(error.code ?? error.message))
    socket.on('close', () => done('closed'))
    socket.unref()
    setTimeout(() => socket.destroy(), PATIENCE + 1_000).unref()
  })
  if (trouble) fail(`The database at ${host} cannot be reached (${trouble}); see DATABASE_URL.`)
}

function announce({ address, demo }, env) {
  const demoNames = { manager: 'Demo staff', secretary: 'Demo staff', registrant: 'Demo firm ' }
  const lines = [
    '',
    `  Japanese   ${env.originOf.ja}/ja`,
    `  Chinese    ${env.originOf.zh}/zh`,
    `  Desk       ${env.originOf.ja}/ja/desk`,
    ...(env.origin === address ? [] : [`  Listening  ${address}`]),
    ...demo.map(({ email, role, password }) => `  ${demoNames[role]} ${email}  ${password}`),
    `  Letters    ${env.smtpUrl ? `go to ${new URL(env.smtpUrl).host}` : `are written to ${resolve(env.dataDir, 'mail')}`}`,
    '',
  ]
  console.log(lines.join('\n'))
}

/** One line for what a setting or the machine can cause; null for our own mistakes, which show their stack. */
function explain(error) {
  const { HOST: host = '127.0.0.1', PORT: port = '3000', DATA_DIR: folder } = process.env
  for (let at = error; at; at = at.cause ?? at.errors?.[0]) {
    const code = String(at.code ?? '')
    if (at.constructor?.name === 'BadSetting') return at.message
    if (at.syscall === 'listen' || at.syscall === 'getaddrinfo') {
      if (code === 'EADDRINUSE') return `PORT ${port} on ${host} is taken by another program; choose another PORT.`
      if (code === 'EACCES') return `PORT ${port} may not be opened by this user; choose one above 1023.`
      return `HOST ${host} cannot be listened on (${code}).`
    }
    if (code.startsWith('SQLITE_')) return `The database under ${folder} cannot be used: ${at.message} (${code}).`
    if (/^Connection terminated|timeout|SASL|SSL|certificate/i.test(at.message) && engine === 'postgres' && !at.query) return `The database does not let us in: ${at.message}; see DATABASE_URL.`
    if (at.syscall === 'connect') return `The database cannot be reached (${code}); see DATABASE_URL.`
    // PostgreSQL: no such user, password or database; not allowed; too many connections; starting or stopping
    if (/^(28|3D|53|57)\w{3}$/.test(code) || code === '42501') return `The database refuses: ${at.message}; see DATABASE_URL.`
    if (['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(code) && at.path) return `${at.path} cannot be used (${code}); see DATA_DIR.`
  }
  return null
}
