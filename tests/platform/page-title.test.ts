import { expect, test } from 'vitest'
import { withTitle } from '#app/platform/page-title.ts'

const areas = new Set(['事務局'])
const page = (head: string, body: string) => `<!DOCTYPE html><html lang="ja"><head>${head}</head><body>${body}</body></html>`
const titleOf = (html: string) => /<title>(.*)<\/title>/.exec(html)?.[1]

test('a page without a title of its own is named by its heading', () => {
  expect(titleOf(withTitle(page('<title>事務局</title>', '<h1 class="a">問い合わせ <span>$& DB-1</span></h1>'), areas))).toBe('問い合わせ $&amp; DB-1｜事務局'.replace('&amp;', '&'))
  expect(titleOf(withTitle(page('', '<h1>同意</h1>'), areas))).toMatch(/^同意｜.+/)
})

test('a page that has one keeps it; a page without a heading says where it is', () => {
  const own = page('<title>工業炉の排熱回収</title>', '<h1>別の見出し</h1>')
  expect(withTitle(own, areas)).toBe(own)
  expect(titleOf(withTitle(page('<title>事務局</title>', ''), areas))).toBe('事務局')
})
