import { z } from 'zod'

/** How a partner asks for the list in its address. Whatever cannot be understood is left out: a frame shows no error. */
export const embedShape = z.object({
  field: z.string().regex(/^[a-z0-9-]{1,64}$/).optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(20).catch(5).default(5),
  theme: z.enum(['auto', 'light', 'dark']).catch('auto').default('auto'),
})
export type EmbedForm = z.output<typeof embedShape>
