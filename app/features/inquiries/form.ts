import { z } from 'zod'
import { isAddress } from './channel.ts'
import { budgets, channels, cooperations, kinds, organisationKinds, regions, sizes, timings } from './choices.ts'

/** Messages are keys of site.json, form.errors.*. */
const line = (most: number) => z.string({ error: 'required' }).trim().min(1, 'required').max(most, 'tooLong')
const optionalLine = (most: number) => z.string().trim().max(most, 'tooLong').optional().transform((text) => text || null)
const code = <const T extends readonly [string, ...string[]]>(codes: T) => z.enum(codes, { error: 'choose' })
const optionalCode = <const T extends readonly [string, ...string[]]>(codes: T) => code(codes).optional().transform((value) => value ?? null)
const ticked = z.literal('on', { error: 'consent' })
const tick = z.literal('on').optional().transform((value) => value === 'on')

/** Judged even when other fields are refused, so that every message is there at the first try. */
const beside = (field: string, key: string) => ({ path: [field], error: key, when: () => true })
const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** What a buyer sends. Short on purpose: four lines and a message are enough, all else is optional. */
export const inquiryForm = z
  .object({
    kind: code(kinds),
    technology: z.array(z.string().regex(/^[a-z0-9-]{1,64}$/, 'invalid')).max(5, 'invalid').default([]),
    behalf: z.enum(['own', 'customer'], { error: 'choose' }).default('own'),
    customerKind: optionalCode(organisationKinds),
    customerRegion: optionalCode(regions),
    customerSize: optionalCode(sizes),
    organisation: line(120),
    organisationKind: code(organisationKinds),
    region: optionalCode(regions),
    size: optionalCode(sizes),
    person: line(60),
    channel: code(channels),
    address: line(254),
    message: z.string({ error: 'required' }).trim().min(10, 'tooShort').max(4000, 'tooLong'),
    site: optionalLine(200),
    process: optionalLine(1000),
    presentData: optionalLine(1000),
    goal: optionalLine(1000),
    budget: optionalCode(budgets),
    timing: optionalCode(timings),
    cooperation: optionalCode(cooperations),
    nameToFirm: tick,
    processing: ticked,
    transfer: ticked,
  })
  .refine((sent) => !isText(sent.address) || sent.channel !== 'email' || isAddress('email', sent.address), beside('address', 'email'))
  .refine((sent) => !isText(sent.address) || sent.channel !== 'phone' || isAddress('phone', sent.address), beside('address', 'phone'))
  .refine((sent) => !isText(sent.address) || sent.channel !== 'wechat' || isAddress('wechat', sent.address), beside('address', 'wechat'))
  .refine((sent) => sent.behalf !== 'customer' || Boolean(sent.customerKind), beside('customerKind', 'choose'))

export type InquiryForm = z.output<typeof inquiryForm>
