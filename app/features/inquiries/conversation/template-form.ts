import { z } from 'zod'
import { templateUses } from '#db/schema/inquiries.ts'
import { locales } from '#app/platform/locale.ts'
import { text } from '../message-form.ts'
import { unknownPlaceholders } from './placeholders.ts'

const body = text(4000).refine((typed) => unknownPlaceholders(typed).length === 0, 'unknown-placeholder')

/** Messages are keys of site.json, form.errors.*, and of conversation.json, errors.*. */
export const templateForm = z.object({
  use: z.enum(templateUses, { error: 'choose' }),
  language: z.enum(locales, { error: 'choose' }),
  title: text(80),
  body,
})
export type TemplateForm = z.output<typeof templateForm>
export const editionForm = z.object({ title: text(80), body, version: z.coerce.number({ error: 'invalid' }).int().min(1, 'invalid') })
