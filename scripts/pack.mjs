import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const COMPRESSIBLE = /\.(css|js|svg|json|txt|xml|webmanifest)$/

/** Writes every asset that shrinks a second and third time, as hard as it goes: `style.css` → `style.css.br`, `style.css.gzip`. */
export function packAssets(from, to) {
  rmSync(to, { recursive: true, force: true })
  for (const name of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
    if (!COMPRESSIBLE.test(name) || !statSync(join(from, name)).isFile()) continue
    const plain = readFileSync(join(from, name))
    mkdirSync(dirname(join(to, name)), { recursive: true })
    const br = brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } })
    for (const [coding, bytes] of [['br', br], ['gzip', gzipSync(plain, { level: 9 })]]) if (bytes.length < plain.length) writeFileSync(join(to, `${name}.${coding}`), bytes)
  }
}
