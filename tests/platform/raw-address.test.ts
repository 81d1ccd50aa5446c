import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { acceptRawAddresses } from '#app/platform/raw-address.server.ts'

const server = createServer((req, res) => res.end(`read ${req.url}`))
acceptRawAddresses(server)
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))

const ask = (packet: string) =>
  new Promise<string>((done, fail) => {
    let answer = ''
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () => socket.write(packet))
    socket.on('data', (part) => (answer += part.toString()))
    socket.on('close', () => done(answer))
    socket.on('error', fail)
  })

test('an address with its characters as they are is read like an escaped one', async () => {
  const answer = await ask('GET /zh/technologies?q=余热 HTTP/1.1\r\nHost: x\r\nConnection: keep-alive\r\nUser-Agent: curl\r\n\r\n')
  expect(answer).toContain('200 OK')
  expect(answer).toContain('read /zh/technologies?q=%E4%BD%99%E7%83%AD')
})

test('what is broken otherwise is refused', async () => {
  for (const packet of ['GET /a b c HTTP/1.1\r\n\r\n', 'POST /余热 HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n', 'nonsense\r\n\r\n']) {
    expect(await ask(packet)).toMatch(/^HTTP\/1.1 400 /)
  }
})
