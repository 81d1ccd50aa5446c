import { expect, test } from 'vitest'
import { keptBytes } from '#app/platform/kept-bytes.server.ts'
import { TooBusy, turns } from '#app/platform/turns.server.ts'

test('so many work at once, the others wait in the order they came, and too many are sent away', async () => {
  const inTurn = turns(2, 3)
  const began: number[] = []
  const end: (() => void)[] = []
  const all = Array.from({ length: 6 }, (_, at) =>
    inTurn(async () => {
      began.push(at)
      await new Promise<void>((done) => end.push(done))
      if (at === 1) throw new Error('broken')
      return at
    }).catch((error: unknown) => (error instanceof TooBusy ? 'sent away' : 'broken')),
  )
  const settle = () => new Promise((done) => setImmediate(done))
  await settle()
  expect(began).toEqual([0, 1])
  while (end.length > 0) {
    end.shift()!()
    await settle()
  }
  expect(began).toEqual([0, 1, 2, 3, 4])
  expect(await Promise.all(all)).toEqual([0, 'broken', 2, 3, 4, 'sent away'])
  expect(await inTurn(() => Promise.resolve('free again'))).toBe('free again')
})

test('what was asked for longest ago is forgotten first', () => {
  const kept = keptBytes(10)
  kept.keep('a', Buffer.alloc(4))
  kept.keep('b', Buffer.alloc(4))
  expect(kept.find('a')).toBeDefined()
  kept.keep('c', Buffer.alloc(4))
  expect([kept.find('a')?.length, kept.find('b')?.length, kept.find('c')?.length]).toEqual([4, undefined, 4])
  kept.keep('c', Buffer.alloc(9))
  expect([kept.find('a')?.length, kept.find('c')?.length]).toEqual([undefined, 9])
})
