import { parseWithZod } from '@conform-to/zod/v4'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldAddress, isAddress, shadeAddress } from '#app/features/inquiries/channel.ts'
import { addClip, clipsCookie, readClips, removeClip } from '#app/features/inquiries/clips.ts'
import { inquiryForm } from '#app/features/inquiries/form.ts'

function sent(fields: Record<string, string | string[]>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one)
  return parseWithZod(form, { schema: inquiryForm })
}
function errorsOf(fields: Record<string, string | string[]>) {
  const read = sent(fields)
  return read.status === 'success' ? null : read.error
}
const good = {
  kind: 'interest', organisation: '见本钢铁', organisationKind: 'enterprise', person: '王工', channel: 'wechat', address: 'wang_gong88',
  message: '请介绍烧结余热回收的节能效果。', processing: 'on', transfer: 'on', technology: ['a', 'b'],
}

test('a short form is enough, and everything optional is null', () => {
  const read = sent(good)
  expect(read.status).toBe('success')
  expect(read.status === 'success' && read.value).toMatchObject({ technology: ['a', 'b'], nameToFirm: false, region: null, budget: null, behalf: 'own' })
})

test('every message stands beside its field at the first try', () => {
  expect(errorsOf({ channel: 'email', address: 'wang', behalf: 'customer' })).toEqual({
    kind: ['choose'], organisation: ['required'], organisationKind: ['choose'], person: ['required'], message: ['required'],
    address: ['email'], customerKind: ['choose'], processing: ['consent'], transfer: ['consent'],
  })
})

test('both consents are needed, each by itself', () => {
  expect(errorsOf({ ...good, transfer: [] })).toEqual({ transfer: ['consent'] })
  expect(errorsOf({ ...good, processing: [] })).toEqual({ processing: ['consent'] })
})

test('messages and names have limits', () => {
  expect(errorsOf({ ...good, message: '太短' })).toEqual({ message: ['tooShort'] })
  expect(errorsOf({ ...good, organisation: '长'.repeat(121), person: '长'.repeat(61) })).toEqual({ organisation: ['tooLong'], person: ['tooLong'] })
})

test.each([
  ['email', 'wang@plant.example', true],
  ['email', 'ｗａｎｇ＠plant.example', true],
  ['email', 'wang@plant', false],
  ['email', 'a@b.cn,c@d.cn', false],
  ['phone', '+86 138 0013 8000', true],
  ['phone', '０３-１２３４-５６７８', true],
  ['phone', '12345', false],
  ['phone', 'call me', false],
  ['wechat', 'wxid_ab12cd34', true],
  ['wechat', '13800138000', true],
  ['wechat', '微信号', false],
  ['wechat', 'abc', false],
] as const)('%s %s: %s', (channel, address, fits) => expect(isAddress(channel, address)).toBe(fits))

test('one person is one person, however the address is written', () => {
  expect(new Set(['13800138000', '+86 138-0013-8000', '008613800138000', '１３８００１３８０００'].map((number) => foldAddress('phone', number))).size).toBe(1)
  expect(foldAddress('wechat', '13800138000')).toBe(foldAddress('phone', '+8613800138000'))
  expect(foldAddress('email', ' Wang@Plant.example ')).toBe(foldAddress('email', 'wang@plant.example'))
  expect(foldAddress('wechat', 'Wang_Gong')).not.toBe(foldAddress('wechat', 'wang-gong'))
})

test('a shaded address never contains the whole one', () => {
  fc.assert(fc.property(fc.stringMatching(/^[a-z0-9]{6,20}$/), (name) => {
    expect(shadeAddress(name)).not.toContain(name)
    expect(shadeAddress(`${name}@plant.example`)).not.toContain(name)
  }))
})

test('the clip list keeps order, twenty at most, and nothing but slugs', () => {
  const slug = fc.stringMatching(/^[a-z0-9-]{1,12}$/)
  fc.assert(fc.property(fc.array(slug, { maxLength: 30 }), slug, (slugs, one) => {
    const clips = slugs.reduce<string[]>(addClip, [])
    expect(readClips(clipsCookie(clips).split(';')[0]!.slice('clips='.length))).toEqual(clips)
    expect(clips.length).toBeLessThanOrEqual(20)
    expect(removeClip(addClip(clips, one), one)).not.toContain(one)
  }))
  expect(readClips('a.../../etc.b;<x>.a')).toEqual(['a'])
})
