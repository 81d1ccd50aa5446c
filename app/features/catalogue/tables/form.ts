import { z } from 'zod'

/** `revision:edition` of each draft that was ticked, as the page showed it. */
const draft = z
  .string()
  .regex(/^[\w-]{1,64}:\d{1,9}$/)
  .transform((text) => {
    const [revision = '', edition] = text.split(':')
    return [revision, Number(edition)] as const
  })

export const submissionForm = z.object({
  draft: z.array(draft, 'chooseOne').min(1, 'chooseOne').max(2_000),
  translation: z.enum(['as-is', 'wanted'], 'required'),
  waivedBy: z.string().trim().max(100, 'tooLong').optional().transform((name) => name || null),
})
