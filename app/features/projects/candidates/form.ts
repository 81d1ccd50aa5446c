import { z } from 'zod'
import { partySides } from '#db/schema/projects.ts'
import { contactForm, day, detailsForm, line, optionalDay, optionalLine } from '../life/form.ts'

const round = z.coerce.number({ error: 'choose' }).int('choose').min(1, 'choose').max(999, 'choose')
const optionalCount = z.coerce.number({ error: 'invalid' }).int('invalid').min(0, 'invalid').max(100_000, 'invalid').optional().transform((n) => n ?? null)
const beside = (field: string, key: string) => ({ path: [field], error: key, when: () => true })

export const callForm = z
  .object({ forum: round, opensOn: day, closesOn: day, textJa: line(4000), textZh: line(4000) })
  .refine((sent) => !(sent.opensOn > sent.closesOn), beside('closesOn', 'invalid'))
export type CallForm = z.output<typeof callForm>

export const roundForm = z
  .object({ nameJa: line(200), nameZh: line(200), date: optionalDay, announced: optionalCount, cumulative: optionalCount, sourceJa: optionalLine(300), sourceZh: optionalLine(300) })
  .refine((sent) => (sent.announced === null && sent.cumulative === null) || sent.sourceJa, beside('sourceJa', 'required'))
  .refine((sent) => (sent.announced === null && sent.cumulative === null) || sent.sourceZh, beside('sourceZh', 'required'))
export type RoundForm = z.output<typeof roundForm>
export const newRoundForm = z.object({ round, nameJa: line(200), nameZh: line(200), date: optionalDay })

/** Titles in one language at the least, and parties line by line. */
const text = { titleJa: optionalLine(300), titleZh: optionalLine(300), japan: optionalLine(2000), china: optionalLine(2000) }
const hasTitle = (sent: { titleJa?: string | null; titleZh?: string | null }) => Boolean(sent.titleJa || sent.titleZh)
const hasParties = (sent: { japan?: string | null; china?: string | null }) => Boolean(sent.japan || sent.china)

export const textForm = z.object(text).refine(hasTitle, beside('titleJa', 'required')).refine(hasParties, beside('japan', 'required'))
export type TextForm = z.output<typeof textForm>

/** By the desk: as a candidate for a round, or as announced on a day. */
export const entryForm = z
  .object({
    ...text,
    ...detailsForm.shape,
    state: z.enum(['candidate', 'announced'], { error: 'choose' }),
    forum: round.optional().transform((n) => n ?? null),
    number: z.coerce.number({ error: 'invalid' }).int('invalid').min(1, 'invalid').max(9999, 'invalid').optional().transform((n) => n ?? null),
    announcedOn: optionalDay,
  })
  .refine(hasTitle, beside('titleJa', 'required'))
  .refine(hasParties, beside('japan', 'required'))
  .refine((sent) => sent.state !== 'announced' || sent.announcedOn, beside('announcedOn', 'required'))
export type EntryForm = z.output<typeof entryForm>

/** By anybody who answers a call. */
export const proposalForm = z
  .object({
    forum: round,
    titleJa: optionalLine(300),
    titleZh: optionalLine(300),
    summary: z.string({ error: 'required' }).trim().min(10, 'tooShort').max(2000, 'tooLong'),
    side: z.enum(partySides, { error: 'choose' }),
    organisation: line(200),
    partners: line(2000),
    fields: detailsForm.shape.fields,
    region: detailsForm.shape.region,
    person: contactForm.shape.person,
    email: contactForm.shape.email,
    phone: contactForm.shape.phone,
    wechat: contactForm.shape.wechat,
    processing: z.literal('on', { error: 'consent' }),
    transfer: z.literal('on', { error: 'consent' }),
  })
  .refine(hasTitle, beside('titleJa', 'required'))
  .refine((sent) => sent.email || sent.phone || sent.wechat, beside('email', 'required'))
export type ProposalForm = z.output<typeof proposalForm>

/** A side's word on titles and parties, by its link or told to the desk. */
export const titleForm = z
  .object({ textHash: line(64), agreed: z.enum(['yes', 'no'], { error: 'choose' }), remark: optionalLine(1000) })
  .refine((sent) => sent.agreed !== 'no' || sent.remark, beside('remark', 'required'))
export type TitleForm = z.output<typeof titleForm>
export const toldForm = z
  .object({ textHash: line(64), how: z.enum(['phone', 'mail'], { error: 'choose' }), agreed: z.enum(['yes', 'no'], { error: 'choose' }), remark: optionalLine(1000) })
  .refine((sent) => sent.agreed !== 'no' || sent.remark, beside('remark', 'required'))

export const announcementForm = z.object({ on: day, chosen: z.preprocess((value) => [value].flat().filter(Boolean), z.array(z.string().max(64)).max(500)) })
export const droppingForm = z.object({ reason: line(1000) })

export const assignForm = z.object({ forum: round.optional().transform((n) => n ?? null) })

export const sideOf = (text: string | undefined): (typeof partySides)[number] | null => partySides.find((side) => side === text) ?? null

/** `number.<id>` → its place, or none. */
export function readNumbers(data: FormData): Map<string, number | null> {
  const found = new Map<string, number | null>()
  for (const [name, value] of data) {
    const id = /^number\.([\w-]{1,64})$/.exec(name)?.[1]
    const text = typeof value === 'string' ? value.normalize('NFKC').trim() : ''
    if (id && (text === '' || /^[1-9]\d{0,3}$/.test(text))) found.set(id, text === '' ? null : Number(text))
  }
  return found
}
