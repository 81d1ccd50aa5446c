/** What search engines, readers' programs and partners' frames see of the site as it runs, with a host of its own for each language. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readXml } from '../features/outreach/xml.ts'
import { freePort, openHouse, type Site } from '../support/site.ts'

const JA = 'https://databank.example'
const ZH = 'https://zh.databank.example'
const ICP = '京ICP备12345678号-1'
const house = openHouse({
  ORIGIN: JA, ORIGIN_JA: JA, ORIGIN_ZH: ZH, ICP_NUMBERS: `zh.databank.example=${ICP}`, PSB_NUMBERS: 'zh.databank.example=京公网安备11010102000001号', SITE_VERIFICATION: 'baidu=codeva-abc,bing=0123',
})
let site: Site

beforeAll(async () => {
  site = house.start(await freePort())
  await site.ready()
}, 180_000)
afterAll(async () => {
  await site.stop()
  house.remove()
})

interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Buffer
}
/** Asked as a browser asks that found the host by its name. */
function ask(path: string, host = 'zh.databank.example', headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(site.address + path, { headers: { host, ...headers } }, (res) => {
      const pieces: Buffer[] = []
      res.on('data', (piece: Buffer) => pieces.push(piece))
      res.on('end', () => resolve({ status: res.statusCode!, headers: res.headers, body: Buffer.concat(pieces) }))
    })
      .on('error', reject)
      .end()
  })
}
const page = async (path: string, host?: string) => (await ask(path, host)).body.toString()
const plain = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&#x27;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>')

interface Read {
  title: string
  canonical: string
  alternates: Record<string, string>
  metas: Record<string, string>
  things: Record<string, unknown>[]
}
function readHead(html: string): Read {
  const head = html.slice(0, html.indexOf('</head>'))
  const tags = [...head.matchAll(/<(link|meta)\s([^>]*?)\/?>/g)].map(([, , text]) => Object.fromEntries([...text!.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name!.toLowerCase(), plain(value!)])))
  return {
    title: plain(/<title>([^<]*)/.exec(head)![1]!),
    canonical: tags.find((tag) => tag.rel === 'canonical')?.href ?? '',
    alternates: Object.fromEntries(tags.flatMap((tag) => (tag.rel === 'alternate' && tag.hreflang ? [[tag.hreflang, tag.href!]] : []))),
    metas: Object.fromEntries(tags.flatMap((tag) => (tag.content === undefined ? [] : [[tag.name ?? tag.property ?? tag['http-equiv'] ?? '', tag.content]]))),
    things: [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(([, json]) => JSON.parse(json!) as Record<string, unknown>),
  }
}
const locations = async (path: string) => readXml(await page(path)).flatMap((one) => (one.name === 'loc' ? [one.text] : []))
async function everywhere(): Promise<Map<string, Read>> {
  const read = new Map<string, Read>()
  for (const [locale, origin] of [['ja', JA], ['zh', ZH]] as const) {
    for (const file of await locations(`/${locale}/sitemap.xml`)) {
      expect(file.startsWith(`${origin}/${locale}/sitemaps/`), file).toBe(true)
      for (const address of await locations(file.slice(origin.length))) {
        expect(address.startsWith(`${origin}/${locale}`), address).toBe(true)
        const answer = await ask(address.slice(origin.length))
        expect(answer.status, address).toBe(200)
        read.set(address, readHead(answer.body.toString()))
      }
    }
  }
  return read
}

test('over the whole site every address of a sitemap is canonical, its twins name each other, and what it says of itself can be read', async () => {
  const all = await everywhere()
  expect(all.size).toBeGreaterThan(400)
  const wrong: string[] = []
  for (const [address, head] of all) {
    const say = (what: string) => wrong.push(`${address}: ${what}`)
    const locale = address.startsWith(ZH) ? 'zh' : 'ja'
    if (head.canonical !== address) say(`canonical is ${head.canonical}`)
    if ([...head.title].length > 20 || head.title.length < 2) say(`title ${head.title}`)
    if (/noindex/.test(head.metas.robots ?? '')) say('noindex')
    const twin = head.alternates[locale === 'ja' ? 'zh-Hans' : 'ja']
    if (Object.keys(head.alternates).length > 0) {
      if (head.alternates[locale === 'ja' ? 'ja' : 'zh-Hans'] !== address) say('does not name itself')
      if (!head.alternates['x-default']) say('no default')
      if (!twin || !all.has(twin)) say(`twin ${twin} is in no sitemap`)
      else if (JSON.stringify(all.get(twin)!.alternates) !== JSON.stringify(head.alternates)) say('its twin says otherwise')
    } else if (all.has(address.replace(`${ZH}/zh`, `${JA}/ja`)) && all.has(address.replace(`${JA}/ja`, `${ZH}/zh`))) say('has a twin and does not name it')
    if (head.metas['content-language'] !== (locale === 'ja' ? 'ja' : 'zh-Hans')) say('content-language')
    if (!/^https:\/\/(zh\.)?databank\.example\/share\/[\w/.%-]+\.jpg$/.test(head.metas['og:image'] ?? '')) say(`picture ${head.metas['og:image']}`)
    if (head.metas['og:url'] !== address || !head.metas['og:title'] || !head.metas['og:site_name']) say('og')
    for (const thing of head.things) if (thing['@context'] !== 'https://schema.org' || !thing['@type']) say('linked data')
    if (/@firm\.example|\d{2,4}-\d{3,4}-\d{4}/.test(JSON.stringify(head))) say('a contact')
  }
  expect(wrong, wrong.slice(0, 20).join('\n')).toEqual([])
  const kinds = new Set([...all.values()].flatMap(({ things }) => things.map((thing) => thing['@type'])))
  for (const kind of ['Organization', 'Product', 'Service', 'BreadcrumbList', 'ItemList']) expect([...kinds]).toContain(kind)
})

test('no two landing pages have the same title, and each is reached by links from its field', async () => {
  const addresses = (await locations('/zh/sitemaps/fields-1.xml')).map((address) => address.slice(ZH.length))
  const titles = new Map<string, string>()
  for (const address of addresses) {
    const { title } = readHead(await page(address))
    expect(titles.get(title), `${title}: ${address}`).toBeUndefined()
    titles.set(title, address)
  }
  const field = addresses.find((address) => address.split('/').length === 5)!
  expect(await page(field.split('/').slice(0, 4).join('/'))).toContain(`href="${field}"`)
})

test('Chinese pages ask proxies to leave them as they are, and are compressed all the same', async () => {
  for (const path of ['/zh', '/zh/technologies?order=kana-asc', '/zh/needs']) {
    const asItIs = await ask(path)
    const small = await ask(path, undefined, { 'accept-encoding': 'br' })
    expect(small.headers['cache-control'], path).toContain('no-transform')
    expect(small.headers['content-language']).toBe('zh-Hans')
    expect(small.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(small.body).toString()).toBe(asItIs.body.toString())
    expect(small.body.length).toBeLessThan(asItIs.body.length / 2)
    const zipped = await ask(path, undefined, { 'accept-encoding': 'gzip' })
    expect(gunzipSync(zipped.body).toString()).toBe(asItIs.body.toString())
  }
  expect((await ask('/ja')).headers['cache-control']).not.toContain('no-transform')
})

test('the filing stands at the foot of the host it was made for; a stranger’s host is answered as our own and kept once', async () => {
  expect(await page('/zh', 'zh.databank.example')).toContain(ICP)
  expect(await page('/ja', 'zh.databank.example')).toContain(ICP)
  const own = await page('/zh', 'databank.example')
  expect(own).not.toContain(ICP)
  const strange = await ask('/zh', 'evil.invalid')
  expect(strange.body.toString()).toBe(own)
  expect(strange.body.toString()).not.toContain('evil')
})

test('proofs of whose site it is lie at the root as they were downloaded, and appear without a restart', async () => {
  expect((await ask('/MP_verify_abc.txt')).status).toBe(404)
  mkdirSync(join(house.folder, 'verification'), { recursive: true })
  for (const [name, body] of [['MP_verify_abc.txt', 'abc'], ['baidu_verify_codeva-x.html', 'deadbeef'], ['BingSiteAuth.xml', '<users/>'], ['google1.html', 'google-site-verification: google1.html']] as const) {
    writeFileSync(join(house.folder, 'verification', name), body)
    const answer = await ask(`/${name}`)
    expect(answer.status, name).toBe(200)
    expect(answer.body.toString()).toBe(body)
  }
  writeFileSync(join(house.folder, 'secret.txt'), 'secret')
  for (const path of ['/..%2fsecret.txt', '/../secret.txt', '/verification/MP_verify_abc.txt', '/databank.sqlite']) expect((await ask(path)).status, path).toBe(404)
  const { metas } = readHead(await page('/zh'))
  expect(metas).toMatchObject({ 'baidu-site-verification': 'codeva-abc', 'msvalidate.01': '0123' })
})

test('feeds are named by the pages, framed lists only may be framed, and the documented addresses answer', async () => {
  const list = await page('/zh/technologies?order=kana-asc')
  expect(list).toContain('type="application/atom+xml"')
  expect((await ask('/zh/feeds/technologies.atom')).headers['content-type']).toContain('application/atom+xml')
  expect(readXml(await page('/zh/feeds/waste-heat.atom')).filter((one) => one.name === 'entry').length).toBeGreaterThan(0)
  expect((await ask('/zh/embed/technologies')).headers['content-security-policy']).toContain('frame-ancestors *')
  expect((await ask('/zh/embed/technologies')).headers['set-cookie']).toBeUndefined()
  expect((await ask('/zh')).headers['content-security-policy']).toContain("frame-ancestors 'none'")
  for (const locale of ['ja', 'zh'] as const) {
    const documented = plain(await page(`/${locale}/data`))
    for (const [, path] of documented.matchAll(/(?:GET |src=")https:\/\/(?:zh\.)?databank\.example(\/[^\s"<]+)/g)) expect((await ask(encodeURI(path!))).status, path).toBe(200)
  }
})
