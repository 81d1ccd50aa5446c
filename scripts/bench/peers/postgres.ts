/** A PostgreSQL server for the length of one run, in a temporary folder on a port of this machine only. */
import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import pg from 'pg'

/** It refuses to run as root. */
const NOBODY = 65_534
const asOther = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}

/** The folder of the server's programs, or null. */
export function findPostgres(): string | null {
  const debian = '/usr/lib/postgresql'
  const installed = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)).map((version) => join(debian, version, 'bin')) : []
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...installed]
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)))) ?? null
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

export async function startPostgres(bin: string): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-postgres-'))
  if (asOther.uid) chownSync(folder, asOther.uid, asOther.gid)
  const data = join(folder, 'data')
  const made = spawnSync(join(bin, 'initdb'), ['-D', data, '-U', 'bench', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'], { ...asOther, cwd: folder, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`)
  const port = await freePort()
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'shared_buffers=512MB', 'fsync=off'].flatMap((one) => ['-c', one])
  const server = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...settings], { ...asOther, cwd: folder, stdio: 'ignore' })
  const ended = once(server, 'exit')
  const stop = async () => {
    server.kill('SIGINT')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  const address = `postgres://bench@127.0.0.1:${port}`
  for (const until = Date.now() + 30_000; ; ) {
    const client = new pg.Client({ connectionString: `${address}/postgres` })
    const created = await client.connect().then(() => client.query('create database databank')).then(() => true, () => false)
    await client.end().catch(() => undefined)
    if (created) return { url: `${address}/databank`, stop }
    if (server.exitCode !== null || Date.now() > until) {
      await stop()
      throw new Error('PostgreSQL did not start')
    }
    await new Promise((later) => setTimeout(later, 100))
  }
}
