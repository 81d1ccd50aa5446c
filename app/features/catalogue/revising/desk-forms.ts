import { z } from 'zod'
import { contactsReasons, waiverWays } from './decisions.ts'

/** The forms of the desk about listings. Messages are keys of review.json, errors.*. */
export const editionForm = z.object({ edition: z.coerce.number({ error: 'required' }).int() })
const text = (most: number) => z.string({ error: 'required' }).trim().min(1, 'required').max(most, 'tooLong')

export const SLUG_MOST = 80
export const slugShape = z.string({ error: 'required' }).trim().toLowerCase().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'slug').max(SLUG_MOST, 'tooLong')
export const publicationForm = editionForm.extend({ slug: slugShape.optional(), contacts: z.enum(contactsReasons, { error: 'choose' }).optional() })
export const rejectionForm = z.object({ reason: text(2000) })
export const waiverForm = editionForm.extend({
  language: z.enum(['ja', 'zh'], { error: 'choose' }),
  name: text(100),
  way: z.enum(waiverWays, { error: 'choose' }),
})
export const remarkForm = editionForm.extend({ remark: text(2000) })
export const signOffForm = editionForm.extend({ language: z.enum(['ja', 'zh'], { error: 'choose' }) })

const REMARK_MOST = 1000
/** Remarks typed beside the members of a text, by member; '' is the whole. Null: nothing was written. */
export function readRemarks(form: FormData, members: readonly string[]): { ok: true; remarks: Record<string, string> } | { ok: false; errors: Record<string, string[]> } {
  const remarks: Record<string, string> = {}
  const errors: Record<string, string[]> = {}
  for (const member of members) {
    const name = `remark-${member || 'whole'}`
    const remark = String(form.get(name) ?? '').trim()
    if (remark.length > REMARK_MOST) errors[name] = ['tooLong']
    else if (remark) remarks[member] = remark
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  return Object.keys(remarks).length > 0 ? { ok: true, remarks } : { ok: false, errors: { 'remark-whole': ['noRemark'] } }
}
