/** The rules of the house (README, map), enforced. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import type { RouteConfigEntry } from '@remix-run/route-config'
import { words } from '#app/platform/locale.ts'

const DOMAINS = ['accounts', 'catalogue', 'policies', 'inquiries', 'projects', 'outreach', 'insights', 'trust']
const BANNED = /^(utils?|helpers?|common|services?|managers?|types)(\.|$)/
/** Where the two engines may be named: the kits, what chooses between them, and the builds. */
const ENGINE_FILES = /^(db\/(dialect\/|location\.ts$|index\.ts$)|app\/platform\/env\.server\.ts$)/
/** Where other hosts are named: links that a reader may follow, and WeChat's own, which is asked only where it is switched on. */
const NAMED_HOSTS: Record<string, RegExp> = {
  'app/ui/filing.tsx': /^beian\.(miit|mps)\.gov\.cn$/,
  'app/features/outreach/searching/sitemap.server.ts': /^www\.sitemaps\.org$/,
  'app/ui/share-links.ts': /^(x\.com|www\.facebook\.com|social-plugins\.line\.me|service\.weibo\.com)$/,
  'app/platform/env.server.ts': /^api\.weixin\.qq\.com$/,
  'app/features/outreach/wechat/switch.server.ts': /^res\.wx\.qq\.com$/,
}
/** Seeds and the start fill a database through the domains' own mutations. */
const FILLS_DATABASE = /^db\/(seed|prepare)\.ts$/

const root = join(import.meta.dirname, '..')
const files = ['app', 'db', 'locales', 'public', 'scripts'].flatMap((folder) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    : [],
)
const source = (file: string) => readFileSync(join(root, file), 'utf8')
const code = files.filter((file) => /^(app|db)\/.*\.tsx?$/.test(file) && !file.endsWith('.d.ts'))

interface Import {
  file: string
  target: string
  typeOnly: boolean
}
const imports: Import[] = code.flatMap((file) =>
  [...source(file).matchAll(/^(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|import\('([^']+)'\)/gm)].map((match) => {
    const named = match[2] ?? match[3]!
    const target = named.startsWith('.') ? join(dirname(file), named).replaceAll('\\', '/') : named.replace(/^#/, '')
    return { file, target, typeOnly: Boolean(match[1]) }
  }),
)
const roomOf = (path: string) => /^(app\/(?:routes|features|ui|platform)|db)\b/.exec(path)?.[1] ?? null
const domainOf = (path: string) => /^app\/features\/([^/]+)/.exec(path)?.[1]
const offending = (wrong: (one: Import) => boolean) => imports.filter(wrong).map(({ file, target }) => `${file} → ${target}`)

test('imports point down: routes → features → ui, platform → db', () => {
  const height: Record<string, number> = { 'app/routes': 3, 'app/features': 2, 'app/ui': 1, 'app/platform': 1, db: 0 }
  expect(
    offending(({ file, target }) => {
      const [from, to] = [roomOf(file), roomOf(target)]
      return from !== null && to !== null && !FILLS_DATABASE.test(file) && height[to]! > height[from]!
    }),
  ).toEqual([])
  expect(offending(({ file, target }) => roomOf(file) === 'app/platform' && roomOf(target) === 'app/ui')).toEqual([])
})

test('a domain imports only domains before it', () => {
  const unknown = code.map(domainOf).filter((domain) => domain && !DOMAINS.includes(domain))
  expect(unknown).toEqual([])
  expect(offending(({ file, target }) => {
    const [from, to] = [domainOf(file), domainOf(target)]
    return Boolean(from && to) && DOMAINS.indexOf(to!) > DOMAINS.indexOf(from!)
  })).toEqual([])
})

test('only server files can ask the database', () => {
  // Tables alone answer no question; form shapes use their lists of choices.
  const isData = (target: string) => /^(db\/(?!schema\/)|drizzle-orm)/.test(target)
  const mayRead = (file: string, target: string) =>
    /\.server\.tsx?$/.test(file) || file === 'app/server.ts' || (file.startsWith('app/routes/') && target === 'db/index.ts')
  expect(offending(({ file, target, typeOnly }) => file.startsWith('app/') && isData(target) && !typeOnly && !mayRead(file, target))).toEqual([])
})

test('engines are named only by the kits', () => {
  const named = code.filter((file) => !ENGINE_FILES.test(file) && /sqlite|postgres|pglite/i.test(source(file).replace(/\/\*\*[^]*?\*\/|\/\/.*$/gm, '')))
  expect(named).toEqual([])
})

test('no name attracts everything, and barrels stay out', () => {
  const parts = files.flatMap((file) => file.split('/').filter((part) => BANNED.test(part)).map(() => file))
  expect(parts).toEqual([])
  expect(code.filter((file) => /^index\.tsx?$/.test(basename(file)) && !file.startsWith('app/routes/') && file !== 'db/index.ts')).toEqual([])
})

test('only the gate makes a proof of who somebody is', () => {
  expect(code.filter((file) => !file.endsWith('accounts/gate.server.ts') && /\bas (unknown as )?(Holder|Registrant|Editor|Secretary|Manager)\b/.test(source(file)))).toEqual([])
})

test('every route of the map exists', async () => {
  const { default: map } = await import('#app/routes.ts')
  const named = (entries: RouteConfigEntry[]): string[] => entries.flatMap((entry) => [entry.file, ...named(entry.children ?? [])])
  expect(named(map).filter((file) => !existsSync(join(root, 'app', file)))).toEqual([])
})

test('pages carry one small script at the most: words while typing, counts and saving of the editor, the progress of an upload, the keys of the inbox, the cards of WeChat where they are switched on, and name no other host', () => {
  const pages = files.filter((file) => /^(app|public)\//.test(file) && /\.(tsx?|css|svg|html|webmanifest)$/.test(file))
  const scripts = pages.flatMap((file) => [...source(file).matchAll(/<script[^>]*>|dangerouslySetInnerHTML/g)].map((match) => match[0]))
  expect(scripts.sort()).toEqual(['<script defer src="/desk.js" />', '<script defer src="/editor.js" />', '<script defer src="/suggest.js" />', '<script defer src="/upload.js" />', '<script defer src="/wechat.js" />'])
  expect(source('public/desk.js').length).toBeLessThanOrEqual(2 * 1024)
  expect(source('public/editor.js').length).toBeLessThanOrEqual(3 * 1024)
  expect(source('public/suggest.js').length).toBeLessThanOrEqual(3 * 1024)
  expect(source('public/upload.js').length).toBeLessThanOrEqual(2 * 1024)
  expect(source('public/wechat.js').length).toBeLessThanOrEqual(2 * 1024)
  const hosts = pages.flatMap((file) =>
    [...source(file).matchAll(/(?:https?:)?\/\/((?:[\w-]+\.)+[a-z]{2,})/g)]
      .map((match) => match[1]!)
      .filter((host) => !/(^|\.)(example|invalid|w3\.org|schema\.org)$/.test(host) && !NAMED_HOSTS[file]?.test(host))
      .map((host) => `${file}: ${host}`),
  )
  expect(hosts).toEqual([])
})

type Words = { [key: string]: string | Words }
const flat = (words: Words, path = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) => (typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`)))

test('both languages have the same words, and none is empty', () => {
  const [ja, zh] = [flat(words.ja), flat(words.zh)]
  expect(zh.map(([key]) => key).sort()).toEqual(ja.map(([key]) => key).sort())
  expect([...ja, ...zh].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([])
  const blanks = (text: string) => [...text.matchAll(/{{\s*(\w+)/g)].map((match) => match[1]).sort().join()
  const chinese = new Map(zh)
  expect(ja.filter(([key, text]) => blanks(text) !== blanks(chinese.get(key) ?? '')).map(([key]) => key)).toEqual([])
})

test('the Chinese words are Chinese', () => {
  // What leads to the Japanese twin is written in Japanese.
  const towardsJapanese = /^site\.(twin|twinHint|chooser\.title)$/
  expect(flat(words.zh).filter(([key, text]) => !towardsJapanese.test(key) && /[\u3041-\u30fa\u30fc-\u30ff]/.test(text)).map(([key]) => key)).toEqual([])
})
