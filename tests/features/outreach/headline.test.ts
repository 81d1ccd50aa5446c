import { expect, test } from 'vitest'
import { evenLines, phrases } from '#app/features/outreach/posters/headline.ts'

const width = (text: string) => [...text].length

test('a headline is broken between words, not within them', () => {
  expect(phrases('国立研究開発法人新エネルギー・産業技術総合開発機構', 'ja')).toEqual(expect.arrayContaining(['法人', '新エネルギー・']))
  expect(phrases('低温废热有机朗肯循环发电机组', 'zh')).toContain('朗肯循环')
  expect(phrases('排ガスの熱を回収', 'ja').some((part) => /^[のを]/.test(part))).toBe(false)
  for (const text of ['処理量120 m³/h級・CO₂削減「省エネ」（Ⅲ型）', '', '髙﨑']) expect(phrases(text, 'ja').join('')).toBe(text)
})

test('lines are as even as the words allow, or there are none', () => {
  expect(evenLines(['ab', 'cd', 'ef', 'gh'], 2, 6, width)).toEqual(['abcd', 'efgh'])
  expect(evenLines(['abcdef', 'g'], 2, 5, width)).toBeNull()
  expect(evenLines(['ab'], 2, 5, width)).toBeNull()
  expect(evenLines(['ab ', 'cd'], 1, 5, width)).toEqual(['ab cd'])
})
