import type { Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'

/** An address typed with its characters as they are (`curl …?q=余热`, some old clients) arrives as raw bytes. */
export const escapeBytes = (address: string) => address.replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`)

/** Node's parser refuses raw bytes before anybody sees them: such a reading request is sent to this server again, escaped. */
export function acceptRawAddresses(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException & { rawPacket?: Buffer }, socket: Socket) => {
    const escaped = error.code === 'HPE_INVALID_URL' && error.rawPacket ? escapeAddress(error.rawPacket.toString('latin1')) : null
    if (!escaped || !socket.writable) return void (socket.writable ? socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n') : socket.destroy())
    const { address, port } = server.address() as AddressInfo
    const again = connect(port, address === '::' ? '::1' : address === '0.0.0.0' ? '127.0.0.1' : address)
    again.on('error', () => socket.destroy())
    socket.on('error', () => again.destroy())
    again.pipe(socket)
    again.end(escaped, 'latin1')
  })
}

/** The packet with its request line escaped and its connection closing after one answer; null when that is not what is wrong. */
export function escapeAddress(packet: string): string | null {
  const [, line, rest] = /^((?:GET|HEAD) [^\r\n]+ HTTP\/1\.[01]\r\n)([^]*\r\n\r\n)$/.exec(packet) ?? []
  if (!line || rest === undefined || !/[\x80-\xff]/.test(line)) return null
  return `${escapeBytes(line)}Connection: close\r\n${rest.replace(/^connection:[^\r\n]*\r\n/gim, '')}`
}
