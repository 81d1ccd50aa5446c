import { z } from 'zod'
import { projectStatuses } from '#db/schema/projects.ts'
import { day, optionalLine } from '../life/form.ts'

/** A party says how its project stands: as it stood, or what has changed. */
export const standingForm = z
  .object({
    kind: z.enum(['unchanged', 'changed'], { error: 'choose' }),
    status: z.enum(projectStatuses, { error: 'choose' }).optional().transform((code) => code ?? null),
    on: day.optional().transform((text) => text ?? null),
    note: optionalLine(2000),
  })
  .refine((sent) => sent.kind !== 'changed' || sent.status || sent.note, { path: ['note'], error: 'required', when: () => true })
export type StandingForm = z.output<typeof standingForm>
