/** Pages over loopback: requests a second beside a bare server that sends the same bytes, and the bytes of a first visit. */
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync } from 'node:zlib'
import autocannon from 'autocannon'

const SECONDS = 5

async function rate(url: string, headers: Record<string, string> = {}): Promise<{ perSecond: number; p97: number }> {
  await autocannon({ url, headers, connections: 8, duration: 1 })
  const done = await autocannon({ url, headers, connections: 8, duration: SECONDS })
  if (done.non2xx > 0 || done.errors > 0) throw new Error(`${url}: ${done.non2xx} refusals, ${done.errors} errors`)
  return { perSecond: done.requests.average, p97: done.latency.p97_5 }
}

/** A server that does nothing but send these bytes. */
async function bareRate(body: Buffer): Promise<number> {
  const server = createServer((_req, res) => {
    res.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': body.length }).end(body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { perSecond } = await rate(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  server.close()
  server.closeAllConnections()
  return perSecond
}

async function compressed(url: string): Promise<{ bytes: number; text: string }> {
  const { request } = await import('node:http')
  const req = request(url, { headers: { 'accept-encoding': 'br' } }).end()
  const [res] = (await once(req, 'response')) as [import('node:http').IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of res) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  return { bytes: body.length, text: (res.headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : body).toString() }
}

/** Everything a first visit loads: the page, its stylesheet and icon, and the pictures that are not put off. */
async function visit(address: string, path: string) {
  const page = await compressed(address + path)
  const links = [...page.text.matchAll(/<link[^>]+rel="(?:stylesheet|icon)"[^>]*href="([^"]+)"|<link[^>]+href="([^"]+)"[^>]*rel="(?:stylesheet|icon)"/g)].map((match) => match[1] ?? match[2]!)
  const pictures = [...page.text.matchAll(/<img [^>]*>/g)].map((match) => match[0])
  const sourceOf = (tag: string) => /src="([^"]+)"/.exec(tag)![1]!
  const bytesOf = async (paths: string[]) => (await Promise.all(paths.map((one) => compressed(address + one)))).reduce((sum, one) => sum + one.bytes, 0)
  const styles = await bytesOf(links.filter((link) => link.endsWith('.css')))
  const icons = await bytesOf(links.filter((link) => !link.endsWith('.css')))
  const eager = await bytesOf(pictures.filter((tag) => !tag.includes('lazy')).map(sourceOf))
  const lazy = await bytesOf(pictures.filter((tag) => tag.includes('lazy')).map(sourceOf))
  return { path, html: page.bytes, css: styles, icon: icons, pictures: eager, 'pictures put off': lazy, 'all but those': page.bytes + styles + icons + eager, everything: page.bytes + styles + icons + eager + lazy }
}

export async function measurePages(address: string) {
  const list = '/zh/technologies?order=pinyin-asc'
  const html = (await compressed(address + list)).text
  const technology = /\/zh\/technologies\/[a-z0-9-]+/.exec(html.slice(html.indexOf('<li')))![0]
  const technologyHtml = Buffer.from((await compressed(address + technology)).text)
  const bareList = await bareRate(Buffer.from(html))
  const bareTechnology = await bareRate(technologyHtml)
  const row = async (page: string, path: string, bare: number, headers?: Record<string, string>) => {
    const { perSecond, p97 } = await rate(address + path, headers)
    return { page, 'requests/s': Math.round(perSecond), 'bare server': Math.round(bare), ratio: Number((perSecond / bare).toFixed(2)), 'p97.5 ms': p97 }
  }
  return {
    rates: [
      // A session cookie goes past the cache: the page is made anew for each request.
      await row('list, not cached', list, bareList, { cookie: `session=${'x'.repeat(43)}` }),
      await row('list, cached', list, bareList),
      await row('list, order drawn', '/zh/technologies', bareList),
      await row('technology', technology, bareTechnology),
    ],
    visits: [await visit(address, list), await visit(address, technology)],
  }
}
