import { z } from 'zod'

export const MIN_PASSWORD = 10
const text = z.string({ error: 'required' }).max(200, { error: 'tooLong' })

export const signInForm = z.object({
  email: text.trim().toLowerCase(),
  password: text,
  next: z.string().optional(),
})

export const activationForm = z
  .object({
    password: text.min(MIN_PASSWORD, { error: 'shortPassword' }),
    passwordAgain: text,
  })
  .refine((typed) => typed.password === typed.passwordAgain, { path: ['passwordAgain'], error: 'differs' })

/** What `npm run staff -- add` accepts. */
export const staffForm = z.object({
  email: z.string().trim().toLowerCase().pipe(z.email({ error: 'EMAIL does not look like an e-mail address.' })),
  role: z.enum(['secretary', 'manager'], { error: 'ROLE must be secretary or manager.' }),
  name: z.string().trim().min(1).max(100),
})
