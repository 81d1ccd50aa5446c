import { expect, test } from 'vitest'
import { posterPath, sharingPath } from '#app/features/outreach/sharing/addresses.ts'
import { outward, waysOf } from '#app/ui/share-links.ts'

const page = { address: 'https://zh.databank.example/zh/technologies?q=余热&field=heat', title: '余热 & 回收', line: '把 200 ℃ 的废气变成蒸汽', picture: 'https://zh.databank.example/share/databank.jpg' }

test('each way takes the whole address and the message over', () => {
  for (const way of new Set([...waysOf.ja, ...waysOf.zh])) {
    if (way === 'wechat') continue
    const href = outward[way](page)
    expect([...new URL(href).searchParams.values()].join('\n'), way).toContain(page.address)
    if (way !== 'facebook') expect(new URL(href).search, way).toContain(encodeURIComponent('余热 & 回收'))
    // A mail program does not read + as a blank.
    expect(href.slice(href.indexOf('?'))).not.toContain('+')
  }
})

test('a long line is cut, none leaves no trace', () => {
  const text = (line: string) => new URL(outward.x({ ...page, line })).searchParams.get('text')!
  expect([...text('长'.repeat(300))].length).toBeLessThan(75)
  expect(text('')).toBe(page.title)
})

test('a page’s picture is found by its address, with its search', () => {
  expect(sharingPath(page.address)).toBe(`/zh/share?of=${encodeURIComponent(new URL(page.address).pathname.slice(3) + new URL(page.address).search)}`)
  expect(sharingPath('https://databank.example/ja')).toBe('/ja/share?of=%2F')
})

test('technologies, companies, needs and fields have posters', () => {
  expect(posterPath('/technologies/a-b', 'zh')).toBe('/posters/technologies/a-b.zh.png')
  expect(posterPath('/companies/c', 'ja')).toBe('/posters/companies/c.ja.png')
  expect(posterPath('/technologies?field=heat', 'zh')).toBe('/posters/fields/heat.zh.png')
  for (const other of ['', '/technologies', '/technologies?q=x&field=heat', '/technologies?q=x', '/projects/p', '/needs']) expect(posterPath(other, 'ja'), other).toBeNull()
})
