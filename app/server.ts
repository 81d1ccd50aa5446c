/** The HTTP server: static files, limits, origin check, compression; then Remix. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRequestHandler } from '@remix-run/node'
import { createRequest } from '@remix-run/node-fetch-server'
import * as build from 'virtual:remix/server-build'
import { close, db, engine } from '#db/index.ts'
import { prepareDatabase } from '#db/prepare.ts'
import { demoSignIns, refreshDemoWarning, warnsOfDemo } from '#app/features/accounts/demo.server.ts'
import { drawIntoAddress } from '#app/features/catalogue/form.ts'
import { beginSweepingFiles } from '#app/features/catalogue/files/sweeping.server.ts'
import { beginTellingAges } from '#app/features/catalogue/revising/aging.server.ts'
import { catalogueVersion } from '#app/features/catalogue/shelf.server.ts'
import { flushZeroHits } from '#app/features/catalogue/zero-hits.server.ts'
import { sendAsset } from '#app/platform/assets.server.ts'
import { today } from '#app/platform/clock.ts'
import { flushCounts, tally, type Countable } from '#app/platform/counting.server.ts'
import { env } from '#app/platform/env.server.ts'
import { startRunner } from '#app/platform/jobs.server.ts'
import { log, loggablePath } from '#app/platform/log.server.ts'
import { clientAddress, isForeignOrigin } from '#app/platform/origin.server.ts'
import { countPage, pageCache } from '#app/platform/page-cache.server.ts'
import { acceptRawAddresses, escapeBytes } from '#app/platform/raw-address.server.ts'
import type { Visit } from '#app/platform/request.server.ts'
import { letRestPass, readSmallBody } from '#app/platform/receiving.server.ts'
import { knownHost } from '#app/platform/site.server.ts'
import { keepable, sendPage, sendResponse } from '#app/platform/sending.server.ts'
import { MAX_DRAINED, sweepIncoming, takesFiles } from '#app/platform/uploads.server.ts'
import { weChatOf } from '#app/platform/wechat.ts'
import { sendVerification } from '#app/platform/verification.server.ts'
import { sectionOf, sectionsOf } from '#app/sections.server.ts'
import { beginSweeping } from '#app/features/inquiries/clockwork.server.ts'
import { beginIndexing } from '#app/features/inquiries/inbox/words.server.ts'
import { beginPushing } from '#app/features/outreach/searching/baidu.server.ts'
import { beginSigning } from '#app/features/outreach/wechat/ticket.server.ts'
import { beginRetention } from '#app/features/trust/retaining.server.ts'
import { slowWorkers, workers } from '#app/workers.server.ts'

const MAX_BODY = 1024 * 1024
const COUNTS_EVERY = 10_000
const SESSION_COOKIE = 'session='
const handlers = new Map([...sectionsOf(build)].map(([section, part]) => [section, createRequestHandler(part, 'production')]))
const handleRest = createRequestHandler(build, 'production')

async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
  req.url = escapeBytes(req.url ?? '/')
  const path = req.url.split('?', 1)[0]!
  // Nothing is hydrated, so the data twins of pages are nobody's business.
  if (path === '/__manifest' || path.endsWith('.data')) return void res.writeHead(404).end()
  const streamed = takesFiles(path) && !isForeignOrigin(req)
  const maxBody = streamed ? MAX_DRAINED : MAX_BODY
  if (Number(req.headers['content-length'] ?? 0) > maxBody) return void res.writeHead(413, { Connection: 'close' }).end()
  letRestPass(req, res)
  if ((req.method === 'GET' || req.method === 'HEAD') && ((await sendAsset(req, res, path)) || (await sendVerification(res, path)))) return
  if (req.method === 'GET' && !req.headers.cookie?.includes(SESSION_COOKIE)) return answerAnonymously(req, res, path)
  // A body of unknown length is counted while it is read; where files are taken, `withUpload` counts.
  const body = req.headers['transfer-encoding'] && !streamed ? await readSmallBody(req, MAX_BODY) : undefined
  if (body === null) return void res.writeHead(413, { Connection: 'close' }).end()
  await sendResponse(req, res, await askRemix(req, res, visitOf(req), body))
}

const visitOf = (req: IncomingMessage): Visit => ({
  address: clientAddress(req),
  host: knownHost(req.headers.host),
  count: (countable) => tally(req.headers['user-agent'], countable),
  share: () => undefined,
})

/** From the cache where it can; what the routes share is kept for the next reader. */
async function answerAnonymously(req: IncomingMessage, res: ServerResponse, path: string): Promise<void> {
  const drawn = drawIntoAddress(path, req.url!)
  if (drawn) req.url = drawn
  const cacheControl = drawn ? 'private, no-cache' : 'public, no-cache'
  const version = `${await catalogueVersion(db)} ${today()} ${warnsOfDemo()}`
  const key = `${knownHost(req.headers.host)} ${weChatOf(req.headers['user-agent']) ?? ''} ${req.url}`
  const kept = pageCache.find(version, key)
  if (kept) {
    countPage(kept, req.headers['user-agent'])
    return sendPage(req, res, kept, cacheControl)
  }
  const countables: Countable[] = []
  let shared = false
  const visit: Visit = {
    ...visitOf(req),
    count(countable) {
      countables.push(countable)
      tally(req.headers['user-agent'], countable)
    },
    share() {
      shared = true
    },
  }
  const response = await askRemix(req, res, visit)
  const page = shared ? await keepable(response) : null
  if (!page) return sendResponse(req, res, response)
  const whole = { ...page, countables }
  pageCache.keep(version, key, whole)
  await sendPage(req, res, whole, cacheControl)
}

function askRemix(req: IncomingMessage, res: ServerResponse, visit: Visit, body?: Buffer): Promise<Response> {
  const target = new URL(env.origin)
  let request = createRequest(req, res, { host: target.host, protocol: target.protocol })
  if (body) request = new Request(request.url, { method: request.method, headers: request.headers, body: new Uint8Array(body) })
  // The open JSON acts for nobody and reads no cookie: any page may ask it.
  if (isForeignOrigin(req) && !req.url!.startsWith('/api/')) request = resendPage(request)
  // Judged above; Remix would compare it with a Host that a proxy may have rewritten.
  else request.headers.delete('origin')
  const handle = handlers.get(sectionOf(new URL(request.url).pathname)) ?? handleRest
  return handle(request, visit)
}

/** A form from a foreign origin is not acted upon: its reader sees what was sent and may send it from here. */
function resendPage(request: Request): Request {
  const url = new URL(request.url)
  const locale = url.pathname.startsWith('/zh') ? 'zh' : 'ja'
  const to = new URL(`/${locale}/resend?to=${encodeURIComponent(url.pathname + url.search)}`, url)
  const headers = new Headers(request.headers)
  headers.delete('origin')
  headers.delete('cookie')
  return new Request(to, { method: 'POST', headers, body: request.body, duplex: 'half' })
}

/** Writes what was counted in memory since the last time, and looks whether the public pages still need their warning. */
async function flush(): Promise<void> {
  await flushCounts()
  await flushZeroHits()
  await refreshDemoWarning(db)
}

/** Prepares the database, listens, runs the jobs; resolves when the first request can be answered. */
export async function serve() {
  const { seeded } = await prepareDatabase()
  await sweepIncoming()
  const demo = await demoSignIns(db)
  await refreshDemoWarning(db)
  const server = createServer((req, res) => {
    answer(req, res).catch((error) => {
      log.error({ path: loggablePath(req.url ?? ''), error: error instanceof Error ? error.stack : String(error) }, 'request failed')
      if (!res.headersSent) res.writeHead(500, { 'Content-Type': 'text/plain' })
      res.end()
    })
  })
  // Twenty megabytes over a slow line; the heads of requests have their own, shorter time.
  server.requestTimeout = 300_000
  // A line across a slow border is worth keeping; what asks for the next page within a minute finds it open.
  server.keepAliveTimeout = 65_000
  server.headersTimeout = 70_000
  acceptRawAddresses(server)
  await new Promise<void>((ready, fail) => server.once('error', fail).listen(env.port, env.host, ready))
  await beginSweeping()
  await beginTellingAges()
  await beginSweepingFiles()
  await beginIndexing()
  await beginRetention()
  await beginPushing()
  await beginSigning()
  const runners = [startRunner(workers), startRunner(slowWorkers)]
  const counts = setInterval(() => void flush(), COUNTS_EVERY)
  const stop = async () => {
    clearInterval(counts)
    await new Promise((done) => {
      server.close(done)
      server.closeAllConnections()
    })
    await Promise.all(runners.map((runner) => runner.stop()))
    await flush()
    await close()
  }
  const { port } = server.address() as AddressInfo
  return { address: `http://${env.host.includes(':') ? `[${env.host}]` : env.host}:${port}`, seeded, demo, stop }
}

export { engine, env }
