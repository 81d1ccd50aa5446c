import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { lookup } from 'mrmime'
import { engine } from '#db/index.ts'
import { codingFor, type Encoded } from './encoding.server.ts'

interface Asset {
  type: string
  etag: string
  bodies: Encoded
}

const folder = join(process.cwd(), 'build', engine)
const assets = new Map<string, Asset>()

/** A built or public file with what the build has compressed of it, or null. */
async function readAsset(path: string): Promise<Asset | null> {
  const plain = await readFile(join(folder, 'client', path)).catch(() => null)
  if (!plain) return null
  const packed = async (coding: 'br' | 'gzip') => (await readFile(join(folder, 'packed', `${path}.${coding}`)).catch(() => null)) ?? undefined
  const type = lookup(path) ?? 'application/octet-stream'
  // Weak: the same tag for every coding.
  const etag = `W/"${createHash('sha1').update(plain).digest('base64url')}"`
  return { type: type.startsWith('text/') ? `${type}; charset=utf-8` : type, etag, bodies: { plain, br: await packed('br'), gzip: await packed('gzip') } }
}

/** Sends a built or public file; false when there is none of that name. */
export async function sendAsset(req: IncomingMessage, res: ServerResponse, path: string): Promise<boolean> {
  if (!/^\/[\w./-]+\.\w+$/.test(path) || path.includes('..')) return false
  const asset = assets.get(path) ?? (await readAsset(path))
  if (!asset) return false
  assets.set(path, asset)
  const asked = codingFor(req, asset.type, asset.bodies.plain.length)
  const coding = asset.bodies[asked] ? asked : 'plain'
  const body = asset.bodies[coding]!
  const headers = {
    'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    ETag: asset.etag,
    'X-Content-Type-Options': 'nosniff',
    Vary: 'Accept-Encoding',
  }
  if (req.headers['if-none-match'] === headers.ETag) {
    res.writeHead(304, headers).end()
    return true
  }
  res.writeHead(200, { ...headers, 'Content-Type': asset.type, 'Content-Length': body.length, ...(coding === 'plain' ? {} : { 'Content-Encoding': coding }) })
  res.end(req.method === 'HEAD' ? undefined : body)
  return true
}
