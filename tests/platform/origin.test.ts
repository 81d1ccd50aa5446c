import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'

process.env.ORIGIN = 'https://databank.example'
process.env.ORIGIN_ZH = 'https://cn.databank.example'
process.env.TRUSTED_PROXIES = '10.0.0.1, 10.0.0.2'
const { clientAddress, isForeignOrigin } = await import('#app/platform/origin.server.ts')

const request = (method: string, headers: IncomingHttpHeaders, remoteAddress = '192.0.2.7') =>
  ({ method, headers, socket: { remoteAddress } }) as IncomingMessage

test('a write from another site is foreign; reading never is', () => {
  const host = 'databank.example'
  expect(isForeignOrigin(request('POST', { host, origin: 'https://evil.example' }))).toBe(true)
  expect(isForeignOrigin(request('POST', { host, origin: 'null' }))).toBe(true)
  expect(isForeignOrigin(request('POST', { host, 'sec-fetch-site': 'cross-site' }))).toBe(true)
  expect(isForeignOrigin(request('GET', { host, origin: 'https://evil.example' }))).toBe(false)
})

test('our own addresses, the asked host and programs are not foreign', () => {
  expect(isForeignOrigin(request('POST', { host: 'inner:3000', origin: 'https://databank.example' }))).toBe(false)
  expect(isForeignOrigin(request('POST', { host: 'inner:3000', origin: 'https://cn.databank.example' }))).toBe(false)
  expect(isForeignOrigin(request('POST', { host: '192.168.1.5:3000', origin: 'http://192.168.1.5:3000' }))).toBe(false)
  expect(isForeignOrigin(request('POST', { host: 'databank.example' }))).toBe(false)
})

test('only trusted proxies may say where a request comes from', () => {
  const forwarded = { 'x-forwarded-for': '198.51.100.9, 203.0.113.4' }
  expect(clientAddress(request('GET', forwarded))).toBe('192.0.2.7')
  expect(clientAddress(request('GET', forwarded, '::ffff:10.0.0.1'))).toBe('203.0.113.4')
  expect(clientAddress(request('GET', { 'x-forwarded-for': '198.51.100.9, 10.0.0.2' }, '10.0.0.1'))).toBe('198.51.100.9')
  expect(clientAddress(request('GET', {}, '10.0.0.1'))).toBe('10.0.0.1')
})
