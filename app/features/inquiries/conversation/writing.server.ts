import { data, type ActionFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import { db, type Writer } from '#db/index.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { formData, typedOf } from '#app/platform/form.server.ts'
import { deskAct, openDeskApproach, openDeskCase, type ActRefused } from '../desk-act.server.ts'
import type { Moved } from '../moving.server.ts'
import type { Override } from './leak-check.server.ts'
import { filledTemplate } from './templates.server.ts'

/** The decision to send what was found, as the form carries it back: a reason, and the keys of what was shown. */
function overrideIn(form: FormData): Override | null {
  const reason = String(form.get('override') ?? '').trim().slice(0, 500)
  return reason ? { reason, seen: String(form.get('_seen') ?? '').split(',') } : null
}

type At = { id: string; approach: string }

/**
 * As `deskAct`, for pages on which the desk writes to a side: a template may be put in (the page comes back with its
 * words, nothing typed lost), and what the leak check finds may be sent all the same with a reason.
 * @param field the text that templates are put into
 */
export const deskWriting =
  <S extends z.ZodType>(shape: S, done: string, field: string, act: (tx: Writer, clerk: Secretary, at: At, value: z.output<S>, override: Override | null) => Promise<Moved>, back = '') =>
  async (args: ActionFunctionArgs) => {
    const { request, params } = args
    const { inquiry } = await openDeskCase(request, params)
    const form = await formData(request)
    if (form.has('insert')) {
      // Words to several firms name none of them.
      const [only, ...others] = form.getAll('company').map(String)
      const companyId = params.approach ? (await openDeskApproach(request, params)).approach.companyId : others.length > 0 ? null : only || null
      const words = await filledTemplate(db, String(form.get('template') ?? ''), inquiry.id, companyId)
      const typed = typedOf(form)
      const before = String(typed[field] ?? '').trim()
      return data<ActRefused>({ kept: { errors: {}, typed: { ...typed, [field]: words === null ? before : [words, before].filter(Boolean).join('\n\n') } }, refused: null })
    }
    return deskAct(shape, done, (tx, clerk, at, value) => act(tx, clerk, at, value, overrideIn(form)), back)(args)
  }
