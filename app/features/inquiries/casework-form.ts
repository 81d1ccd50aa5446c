import { z } from 'zod'
import { isAddress } from './channel.ts'
import { attemptChannels, channels, escalationReasons, holdReasons, refusalReasons, reopenReasons, spokenOrigins } from './choices.ts'
import { inquiryForm } from './form.ts'
import { optionalText, text } from './message-form.ts'

/** Messages are keys of site.json, form.errors.*. */
const code = <const T extends readonly [string, ...string[]]>(codes: T) => z.enum(codes, { error: 'choose' })
const tick = z.literal('on').optional().transform((value) => value === 'on')
const day = z.string({ error: 'required' }).regex(/^20\d\d-[01]\d-[0-3]\d$/, 'invalid')
const offices = ['tokyo', 'beijing', 'shanghai', 'chengdu', 'shenyang'] as const

export const holdingForm = z.object({ reason: code(holdReasons), until: day, note: optionalText(2000) })
export const reopeningForm = z.object({ reason: code(reopenReasons), requested: tick, message: text() })
export const withdrawalForm = z.object({ requested: z.literal('on', { error: 'consent' }) })
/** The buyer wants everything erased: how that was said. */
export const erasureForm = z.object({ how: code(attemptChannels), requested: z.literal('on', { error: 'consent' }) })
/** Why a case is kept beyond its time. */
export const keepingForm = z.object({ reason: z.string({ error: 'required' }).trim().min(5, 'tooShort').max(500, 'tooLong') })
export const transferForm = z.object({
  owner: z.string().max(64, 'invalid').optional().transform((value) => value || null),
  office: code(offices).optional().transform((value) => value ?? null),
  note: optionalText(2000),
})
export const escalationForm = z.object({ reason: code(escalationReasons), note: text(2000) })
export const progressForm = z.object({ note: text(2000) })
export const proxyConsentForm = z
  .object({ side: code(['buyer', 'firm']), decision: code(['agree', 'refuse']), how: code(attemptChannels), reason: code(refusalReasons).optional() })
  .refine((sent) => sent.decision !== 'refuse' || Boolean(sent.reason), { path: ['reason'], error: 'choose' })
export const attemptForm = z.object({
  channel: code(attemptChannels),
  at: z.string({ error: 'required' }).regex(/^20\d\d-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d/, 'invalid'),
  reached: code(['yes', 'no']),
  note: optionalText(2000),
})

const contact = { channel: code(channels), address: z.string({ error: 'required' }).trim().min(1, 'required').max(254, 'tooLong') }
/** The message of a wrong address is its channel's own. */
const addressed = <S extends z.ZodType<{ channel: (typeof channels)[number]; address: string }>>(shape: S) =>
  channels.reduce((all, channel) => all.refine((sent) => sent.channel !== channel || isAddress(channel, sent.address), { path: ['address'], error: channel }), shape)

export const recognisingForm = addressed(z.object({ name: text(120), ...contact }))
export const renewalForm = addressed(z.object({ ticket: z.string({ error: 'required' }).trim().toUpperCase().regex(/^DB-\d{4}-\d{4,}$/, 'invalid'), ...contact }))

/** What the office takes down for somebody who called: the buyer's own form, and how they agreed. */
export const registrationForm = z.intersection(
  inquiryForm,
  z.object({ origin: code(spokenOrigins), language: code(['zh', 'ja']), how: code(attemptChannels), when: day }),
)
