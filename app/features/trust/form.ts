import { z } from 'zod'
import { offices } from '#db/schema/accounts.ts'

/** Messages are keys of site.json, form.errors.*. */
const day = z.string({ error: 'required' }).regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'invalid')
const maybe = <T extends z.ZodType>(shape: T) => shape.optional().catch(undefined).transform((value) => value ?? null)

export interface ViewsFilter {
  who: string | null
  /** a ticket, or a subject of the record */
  about: string | null
  from: string | null
  to: string | null
  /** the row after which the page begins */
  before: number | null
}
const viewsShape = z.object({
  who: maybe(z.string().min(1).max(64)),
  about: maybe(z.string().trim().min(1).max(80)),
  from: maybe(day),
  to: maybe(day),
  before: maybe(z.coerce.number().int().positive().max(2_147_483_647)),
})
export const readViewsFilter = (url: URL): ViewsFilter => viewsShape.parse(Object.fromEntries(url.searchParams))
export const writeViewsFilter = (filter: Partial<ViewsFilter>): string => {
  const set = Object.entries(filter).flatMap(([name, value]) => (value === null || value === undefined ? [] : [[name, String(value)]]))
  return set.length > 0 ? `?${new URLSearchParams(set).toString()}` : ''
}

/** Why the data leaves the house: long enough to say something, and no person named. */
const reason = z.string({ error: 'required' }).trim().min(10, 'tooShort').max(500, 'tooLong')
export const inquiryStates = ['all', 'open', 'ended'] as const
export const inquiryExportForm = z
  .object({ what: z.literal('inquiries'), from: day, to: day, state: z.enum(inquiryStates, { error: 'choose' }), office: z.enum(offices, { error: 'choose' }).optional().transform((value) => value ?? null), reason })
  .refine((sent) => !sent.from || !sent.to || sent.from <= sent.to, { path: ['to'], error: 'invalid' })
export const firmStates = ['published', 'all'] as const
export const companyExportForm = z.object({ what: z.literal('companies'), firms: z.enum(firmStates, { error: 'choose' }), firmsReason: reason }).transform(({ firmsReason, ...form }) => ({ ...form, reason: firmsReason }))
export type InquiryExport = z.output<typeof inquiryExportForm>
export type CompanyExport = z.output<typeof companyExportForm>

/** Which personal data a file of each kind holds. */
export const exportFields = {
  inquiries: ['organisation', 'person', 'address'],
  companies: ['person', 'department', 'email', 'phone', 'wechat'],
} as const
