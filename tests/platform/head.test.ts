import { expect, test } from 'vitest'
import { headOf, languagesOf, shorten, titled, type Head, type SiteFacts } from '#app/platform/head.ts'

const site: SiteFacts = {
  origin: 'https://databank.example',
  origins: { ja: 'https://databank.example', zh: 'https://zh.databank.example' },
  verification: { 'baidu-site-verification': 'codeva-1' },
  filing: { icp: null, psb: null },
}
const asked = (locale: 'ja' | 'zh', pathname: string) => ({ params: { locale }, location: { pathname }, matches: [{ id: 'root', data: site }] })
const head = (locale: 'ja' | 'zh', page: Partial<Head>, pathname = `/${locale}/technologies/x`) => headOf(asked(locale, pathname), { title: '余热回收', ...page }) as Record<string, unknown>[]
const links = (metas: Record<string, unknown>[], rel: string) => metas.filter((one) => one.rel === rel)

test('twins name each other, themselves and a default, on the origin of each language', () => {
  const expected = [
    { hrefLang: 'ja', href: 'https://databank.example/ja/technologies/x' },
    { hrefLang: 'zh-Hans', href: 'https://zh.databank.example/zh/technologies/x' },
    { hrefLang: 'x-default', href: 'https://databank.example/ja/technologies/x' },
  ]
  expect(links(head('ja', {}), 'alternate')).toMatchObject(expected)
  expect(links(head('zh', {}), 'alternate')).toMatchObject(expected)
  expect(links(head('zh', {}), 'canonical')).toMatchObject([{ href: 'https://zh.databank.example/zh/technologies/x' }])
})

test('a page whose text is in one language has no twin; its other address says where the text is', () => {
  const one = { languages: ['ja'] as const }
  expect(links(head('ja', one), 'alternate')).toEqual([])
  expect(links(head('zh', one), 'alternate')).toEqual([])
  expect(links(head('zh', one), 'canonical')).toMatchObject([{ href: 'https://databank.example/ja/technologies/x' }])
  expect(languagesOf({ ja: '技術', zh: null })).toEqual(['ja'])
  expect(languagesOf({ ja: '技術', zh: '技术' }, { ja: '要約', zh: null })).toEqual(['ja'])
})

test('both homes and the chooser name each other; only they carry the proofs of whose site it is', () => {
  const expected = [{ href: 'https://databank.example/ja' }, { href: 'https://zh.databank.example/zh' }, { href: 'https://databank.example/', hrefLang: 'x-default' }]
  for (const metas of [head('ja', {}, '/ja'), head('zh', {}, '/zh'), head('ja', {}, '/')]) {
    expect(links(metas, 'alternate')).toMatchObject(expected)
    expect(metas).toContainEqual({ name: 'baidu-site-verification', content: 'codeva-1' })
  }
  expect(links(head('ja', {}, '/'), 'canonical')).toMatchObject([{ href: 'https://databank.example/' }])
  expect(head('zh', {}).some((one) => one.name === 'baidu-site-verification')).toBe(false)
})

test('Chinese pages ask not to be rewritten; each says its language', () => {
  const zh = head('zh', {})
  expect(zh).toContainEqual({ httpEquiv: 'Cache-Control', content: 'no-transform' })
  expect(zh).toContainEqual({ httpEquiv: 'Cache-Control', content: 'no-siteapp' })
  expect(zh).toContainEqual({ name: 'applicable-device', content: 'pc,mobile' })
  expect(zh).toContainEqual({ httpEquiv: 'content-language', content: 'zh-Hans' })
  const ja = head('ja', {})
  expect(ja).toContainEqual({ httpEquiv: 'content-language', content: 'ja' })
  expect(ja.some((one) => one.name === 'applicable-device')).toBe(false)
})

test('a shared link shows title, line, address and an absolute picture', () => {
  const metas = head('zh', { description: '一句话', picture: '/share/technologies/x.jpg' })
  const said = Object.fromEntries(metas.flatMap((one) => (one.property ? [[one.property, one.content]] : [])))
  expect(said).toMatchObject({
    'og:title': '余热回收｜中日节能环保技术数据库', 'og:description': '一句话', 'og:url': 'https://zh.databank.example/zh/technologies/x', 'og:locale': 'zh_CN',
    'og:image': 'https://zh.databank.example/share/technologies/x.jpg', 'og:image:width': '300',
  })
})

test('titles carry the message in twenty characters', () => {
  expect(titled('余热回收', '数据库')).toBe('余热回收｜数据库')
  expect(titled('工业窑炉高温烟气余热回收发电系统', '中日节能环保技术数据库')).toBe('工业窑炉高温烟气余热回收发电系统')
  expect(shorten('排熱利用型 蒸気発生ヒートポンプ（ABC-200シリーズ）')).toBe('排熱利用型 蒸気発生ヒートポンプ')
  expect([...shorten('𠮷'.repeat(30))]).toHaveLength(20)
  expect(shorten('（' + '長'.repeat(30) + '）')).toMatch(/…$/)
})

test('what is found by its link only asks to be left out, and has no twin', () => {
  const metas = head('ja', { unlisted: true })
  expect(metas).toContainEqual({ name: 'robots', content: 'noindex, follow' })
  expect(links(metas, 'alternate')).toEqual([])
})

test('a page that is missing says only that', () => {
  expect(headOf(asked('zh', '/zh/technologies/x'), null)).toEqual([{ title: '没有找到这个页面' }, { name: 'robots', content: 'noindex' }])
})
