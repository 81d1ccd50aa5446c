import { z } from 'zod'
import { closeReasons, declineReasons, failReasons } from './choices.ts'
import { optionalText, text } from './message-form.ts'

/** The forms of the desk. Messages are keys of site.json, form.errors.*. */
export const plainForm = z.object({})
export const askingForm = z.object({ question: text() })
export const resumptionForm = z.object({ heard: optionalText() })
export const forwardingForm = z.object({ company: z.array(z.string().max(64, 'invalid'), { error: 'choose' }).min(1, 'choose').max(10, 'invalid'), question: text() })
const tick = z.literal('on').optional().transform((value) => value === 'on')
export const answeringForm = z.object({ answer: text(), exportControl: tick })
export const closureForm = z.object({ reason: z.enum(closeReasons, { error: 'choose' }), closing: text() })
export const noteForm = z.object({ note: text(2000) })
export const relayForm = z.object({
  to: z.enum(['buyer', 'firm'], { error: 'choose' }),
  relay: text(),
  translation: optionalText(),
  original: z.coerce.number({ error: 'invalid' }).int().optional().transform((value) => value ?? null),
  exportControl: tick,
  /** the files to pass on, out of those shown, each with the name it goes under */
  file: z.array(z.string().max(64, 'invalid')).max(50, 'invalid').default([]),
  fileId: z.array(z.string().max(64, 'invalid')).max(50, 'invalid').default([]),
  fileName: z.array(z.string().max(160, 'tooLong').optional()).max(50, 'invalid').default([]),
})
export const translationForm = z.object({ translation: text() })
export const responseForm = z
  .object({
    response: z.enum(['interested', 'declined'], { error: 'choose' }),
    reason: z.enum(declineReasons, { error: 'choose' }).optional(),
    heard: optionalText(),
  })
  .refine((sent) => sent.response !== 'interested' || Boolean(sent.heard), { path: ['heard'], error: 'required' })
  .refine((sent) => sent.response !== 'declined' || Boolean(sent.reason), { path: ['reason'], error: 'choose' })
export const introductionForm = z.object({ exportControl: tick })
export const outcomeForm = z
  .object({
    result: z.enum(['agreed', 'no-deal'], { error: 'choose' }),
    reason: z.enum(failReasons, { error: 'choose' }).optional(),
    closing: text(),
  })
  .refine((sent) => sent.result !== 'no-deal' || Boolean(sent.reason), { path: ['reason'], error: 'choose' })
