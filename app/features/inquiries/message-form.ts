import { z } from 'zod'
import { declineReasons, refusalReasons } from './choices.ts'

/** Messages are keys of site.json, form.errors.*. */
export const text = (most = 4000) => z.string({ error: 'required' }).trim().min(1, 'required').max(most, 'tooLong')
export const optionalText = (most = 4000) => z.string().trim().max(most, 'tooLong').optional().transform((value) => value || null)

/** What a buyer writes on the receipt page, or a firm on its own. */
export const replyForm = z.object({ reply: text() })
export const questionForm = z.object({ question: text() })
export const declineForm = z.object({ reason: z.enum(declineReasons, { error: 'choose' }), remark: optionalText(2000) })

/** One side's answer to being named: the box is ticked, or a reason is given. */
export const consentForm = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('agree'), approach: optionalText(64), agree: z.literal('on', { error: 'consent' }) }),
  z.object({ decision: z.literal('refuse'), approach: optionalText(64), reason: z.enum(refusalReasons, { error: 'choose' }) }),
])
