import { z } from 'zod'
import { offices } from '#db/schema/accounts.ts'

export const MIN_PASSWORD = 10
const text = z.string({ error: 'required' }).max(200, { error: 'tooLong' })

export const signInForm = z.object({
  email: text.trim().toLowerCase(),
  password: text,
  next: z.string().optional(),
})

const email = text.trim().toLowerCase().pipe(z.email({ error: 'email' }))
const newPassword = { password: text.min(MIN_PASSWORD, { error: 'shortPassword' }), passwordAgain: text }
const typedTwice = (typed: { password: string; passwordAgain: string }) => typed.password === typed.passwordAgain
const differs = { path: ['passwordAgain'], error: 'differs' }

/** A new password behind a one-time link. */
export const activationForm = z.object(newPassword).refine(typedTwice, differs)
/** A new password by somebody who is signed in. */
export const passwordForm = z.object({ presentPassword: text, ...newPassword }).refine(typedTwice, differs)

export const forgottenForm = z.object({ email })
export const addressForm = z.object({ email, presentPassword: text })
export const secondStepForm = z.object({ code: text, next: z.string().optional() })
export const codeForm = z.object({ code: text })
export const turnOffForm = z.object({ presentPassword: text, code: text })
export const sessionForm = z.object({ session: text })

/** Why a manager takes a second step away; codes, because they go into the ledger. */
export const resetReasons = ['lost-device', 'new-device', 'codes-used-up', 'suspected-misuse'] as const
export type ResetReason = (typeof resetReasons)[number]
export const resetForm = z.object({ reason: z.enum(resetReasons, { error: 'choose' }) })
/** A form that is only its button. */
export const bareForm = z.object({})
export const deletionForm = z.object({ presentPassword: z.string({ error: 'required' }), understood: z.literal('on', { error: 'consent' }) })
export const roleForm = z.object({ role: z.enum(['secretary', 'manager'], { error: 'choose' }) })

/** What a manager says about somebody new at the office. */
export const invitationForm = z.object({
  email,
  name: z.string({ error: 'required' }).trim().min(1, { error: 'required' }).max(100, { error: 'tooLong' }),
  role: z.enum(['secretary', 'manager'], { error: 'choose' }),
  office: z.enum(offices, { error: 'choose' }),
  locale: z.enum(['ja', 'zh'], { error: 'choose' }),
})
export type StaffForm = z.output<typeof invitationForm>

/** What `npm run staff -- add` accepts. */
export const staffForm = z.object({
  email: z.string().trim().toLowerCase().pipe(z.email({ error: 'EMAIL does not look like an e-mail address.' })),
  role: z.enum(['secretary', 'manager'], { error: 'ROLE must be secretary or manager.' }),
  name: z.string().trim().min(1).max(100),
})
