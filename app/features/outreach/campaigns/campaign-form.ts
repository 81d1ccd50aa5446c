import { z } from 'zod'

const line = (most: number) => z.string({ error: 'required' }).trim().min(1, 'required').max(most, 'tooLong')

/** Messages are keys of site.json, form.errors.*, and of campaigns.json, errors.*. */
export const campaignForm = z.object({
  partner: line(80),
  event: z.string().trim().max(80, 'tooLong').optional().transform((text) => text ?? ''),
  address: line(500),
})
export const editionForm = campaignForm.extend({ edition: z.coerce.number({ error: 'invalid' }).int().min(1, 'invalid') })
