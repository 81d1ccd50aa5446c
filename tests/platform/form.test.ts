import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { hours } from '#app/platform/clock.ts'
import { formSeal, limit, readForm, readSeal } from '#app/platform/form.server.ts'
import { setClock } from '../support/clock.ts'

afterEach(() => setClock(0))

function sent(fields: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

test('a seal tells how long ago its form was shown', () => {
  const seal = sent({ ...formSeal() })
  expect(readSeal(seal)).toBe('fast')
  setClock(5_000)
  expect(readSeal(seal)).toBe('good')
  setClock(hours(13))
  expect(readSeal(seal)).toBe('old')
})

test('a seal of our own making cannot be forged or moved to another form', () => {
  const { _shown, _key } = formSeal()
  setClock(5_000)
  expect(readSeal(sent({ _shown: `1${_shown}`, _key }))).toBe('forged')
  expect(readSeal(sent({ _shown, _key: crypto.randomUUID() }))).toBe('forged')
  expect(readSeal(sent({ _shown: '', _key }))).toBe('forged')
  expect(readSeal(new FormData())).toBe('forged')
})

test('a refused form keeps what was typed, but no password and no hidden field', async () => {
  const shape = z.object({ email: z.email({ error: 'email' }), password: z.string() })
  const body = new URLSearchParams({ email: '余热@', password: 'secret', _key: 'k', region: 'CN-22' })
  const read = await readForm(new Request('http://127.0.0.1/', { method: 'POST', body }), shape)
  expect(read).toEqual({ ok: false, errors: { email: ['email'] }, typed: { email: '余热@', region: 'CN-22' } })
})

test('a limit counts by key', async () => {
  const may = limit(2, 60_000)
  expect([await may('a'), await may('a'), await may('a'), await may('b')]).toEqual([true, true, false, true])
})
