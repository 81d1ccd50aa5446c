/** A line as bad as they get: every byte late, few at a time, and cut in the middle when a test says so. */
import { once } from 'node:events'
import { createServer, connect, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

type Way = 'up' | 'down'

export interface WeakLine {
  address: string
  port: number
  /** cuts the connection that carries the `after`th byte from now on, that byte not included; once */
  cut(way: Way, after: number): void
  /** how often it was cut */
  cuts(): number
  /** bytes that went through */
  carried: Record<Way, number>
  close(): Promise<void>
}

/** @param target the port of the site  @param line there and back in `roundTripMs`, `bytesPerSecond` each way for all connections together */
export async function openWeakLine(target: number, { roundTripMs, bytesPerSecond }: { roundTripMs: number; bytesPerSecond: number }): Promise<WeakLine> {
  const carried = { up: 0, down: 0 }
  const freeAt = { up: 0, down: 0 }
  const open = new Set<Socket>()
  let knife: { way: Way; after: number } | null = null
  let cuts = 0

  /** Hands a piece on when it would have arrived; false when the line was cut on the way. */
  async function carry(way: Way, piece: Buffer): Promise<Buffer | null> {
    const cutHere = knife?.way === way && piece.length > knife.after ? knife.after : null
    if (cutHere !== null) knife = null
    else if (knife?.way === way) knife.after -= piece.length
    const sent = cutHere === null ? piece : piece.subarray(0, cutHere)
    freeAt[way] = Math.max(freeAt[way], performance.now()) + (sent.length / bytesPerSecond) * 1000
    await pause(Math.max(0, freeAt[way] + roundTripMs / 2 - performance.now()))
    carried[way] += sent.length
    if (cutHere !== null) cuts++
    return cutHere === null ? sent : null
  }

  /** Pieces leave in the order in which they came. */
  function lead(way: Way, from: Socket, to: Socket): void {
    let last: Promise<unknown> = Promise.resolve()
    const both = () => [from, to].forEach((socket) => socket.destroy())
    from.on('data', (piece: Buffer) => {
      const arrived = carry(way, piece)
      last = last.then(async () => {
        const whole = await arrived
        if (!whole) return both()
        if (!to.destroyed) to.write(whole)
      })
    })
    from.on('end', () => void last.then(() => to.end()))
    from.on('error', both)
    from.on('close', () => void last.then(() => to.destroy()))
  }

  const server = createServer((visitor) => {
    const site = connect(target, '127.0.0.1')
    for (const socket of [visitor, site]) {
      open.add(socket)
      socket.once('close', () => open.delete(socket))
    }
    visitor.pause()
    // Shaking hands takes a way there and back as well.
    void pause(roundTripMs).then(() => {
      lead('up', visitor, site)
      lead('down', site, visitor)
      visitor.resume()
    })
    site.once('error', () => visitor.destroy())
    visitor.once('error', () => site.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    port,
    carried,
    cut: (way, after) => void (knife = { way, after }),
    cuts: () => cuts,
    close: async () => {
      server.close()
      open.forEach((socket) => socket.destroy())
      await once(server, 'close')
    },
  }
}
