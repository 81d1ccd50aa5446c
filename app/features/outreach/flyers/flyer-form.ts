import { z } from 'zod'
import { findLeaks } from '#app/platform/leaks.ts'

export const MOST_COLLECTED = 20

const line = z.string({ error: 'required' }).trim().min(1, 'required').max(60, 'tooLong')

/** Messages are keys of site.json, form.errors.*. */
export const mailForm = z.object({
  email: z.string({ error: 'required' }).trim().max(254, 'email').pipe(z.email('email')),
  consent: z.literal('on', { error: 'consent' }),
  partner: z.string().max(64).optional(),
})

/** Messages are keys of flyers.json, collection.errors.* and logos.errors.*. */
export const collectionForm = z.object({ title: line.refine((title) => findLeaks(title).every(({ kind }) => kind === 'organisation' || kind === 'address' || kind === 'person'), 'contact') })
export const logoForm = z.object({ name: line })
