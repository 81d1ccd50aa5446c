import { z } from 'zod'
import { attemptChannels, organisationKinds, regions, sizes } from '../choices.ts'
import { text } from '../message-form.ts'

/** Messages are keys of site.json, form.errors.*. */
const optionalCode = <const T extends readonly [string, ...string[]]>(codes: T) => z.enum(codes, { error: 'choose' }).optional().transform((value) => value ?? null)

export const TITLE_MOST = 80
export const TEXT_MOST = 2000

/** A need as the desk words it for the public, side by side in both languages. */
export const needForm = z.object({
  titleJa: text(TITLE_MOST),
  titleZh: text(TITLE_MOST),
  textJa: text(TEXT_MOST),
  textZh: text(TEXT_MOST),
  fields: z.array(z.string().max(64, 'invalid').optional()).max(4, 'invalid').default([]).transform((ids) => [...new Set(ids.filter((id): id is string => Boolean(id)))]),
  organisationKind: optionalCode(organisationKinds),
  region: optionalCode(regions),
  size: optionalCode(sizes),
  closesOn: z.string({ error: 'required' }).regex(/^20\d\d-[01]\d-[0-3]\d$/, 'invalid'),
})
export type NeedForm = z.output<typeof needForm>

/** The buyer's answer; `words` is the hash of what was shown. */
export const publicationForm = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('agree'), words: text(64), agree: z.literal('on', { error: 'consent' }) }),
  z.object({ decision: z.literal('refuse') }),
])
/** The same, taken down by the office. */
export const spokenPublicationForm = z.object({ decision: z.enum(['agree', 'refuse'], { error: 'choose' }), words: text(64), how: z.enum(attemptChannels, { error: 'choose' }), locale: z.enum(['ja', 'zh']) })

export const OFFERED_MOST = 5
/** “We can do this.” */
export const offerForm = z.object({ offer: text(TEXT_MOST), technology: z.array(z.string().max(64, 'invalid')).max(OFFERED_MOST, 'invalid').default([]) })
