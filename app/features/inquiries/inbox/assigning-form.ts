import { z } from 'zod'
import { offices } from './filter.ts'

/** Ticked rows, and whom or which office they go to. Messages are keys of site.json, form.errors.*. */
export const assigningForm = z
  .object({
    id: z.array(z.string().max(64, 'invalid')).max(100, 'invalid').default([]),
    owner: z.string().max(64, 'invalid').optional().transform((value) => value || null),
    office: z.enum(offices).optional().catch(undefined).transform((value) => value ?? null),
    back: z.string().max(2000, 'invalid').optional().transform((value) => value ?? ''),
  })
  .refine(({ owner, office }) => owner || office, { path: ['owner'], error: 'choose' })
  .refine(({ id }) => id.length > 0, { path: ['id'], error: 'choose' })
