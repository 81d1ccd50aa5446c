import type { IncomingMessage, ServerResponse } from 'node:http'

/** How long the rest of a body is listened to after its answer was sent. */
const PATIENCE = 10_000

/** The whole body of a request that does not say its length, or null when it is longer than it may be. */
export async function readSmallBody(req: IncomingMessage, most: number): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let size = 0
  // Not destroyed when too long: the answer takes the same line.
  for await (const chunk of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > most) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** An answer that came before the body was read gets through only when the sender may finish sending. */
export function letRestPass(req: IncomingMessage, res: ServerResponse): void {
  res.once('finish', () => {
    if (req.complete || req.destroyed) return
    req.removeAllListeners('data')
    req.on('data', () => undefined)
    req.resume()
    const timer = setTimeout(() => req.destroy(), PATIENCE)
    req.once('close', () => clearTimeout(timer))
  })
}
