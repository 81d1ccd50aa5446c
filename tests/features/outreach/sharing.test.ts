import { expect, test } from 'vitest'
import { pictureOf } from '#app/features/outreach/sharing/addresses.ts'
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

test('a page’s picture is its poster where it has one, else its code, found by its address and search', () => {
  const at = (target: string) => pictureOf(`https://zh.databank.example/zh${target}`)
  expect(at('/technologies/a-b')).toEqual({ href: '/zh/technologies/a-b/poster', poster: true })
  expect(at('/companies/c').href).toBe('/zh/companies/c/poster')
  expect(at('/needs/n').href).toBe('/zh/needs/n/poster')
  expect(at('/technologies?field=heat')).toEqual({ href: '/zh/fields/heat/poster', poster: true })
  for (const other of ['/technologies', '/technologies?q=x&field=heat', '/technologies?q=%E4%BD%99', '/projects/p', '/needs', '/projects/parties/p'])
    expect(at(other)).toEqual({ href: `/zh/share?of=${encodeURIComponent(other)}`, poster: false })
  expect(at('').href).toBe('/zh/share?of=%2F')
})
