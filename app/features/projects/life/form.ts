import { z } from 'zod'
import { amountBands, obstacleCodes, outcomeKinds, projectSources, projectStatuses, wishCodes } from '#db/schema/projects.ts'

/** Messages are keys of site.json, form.errors.*. */
export const line = (most: number) => z.string({ error: 'required' }).trim().min(1, 'required').max(most, 'tooLong')
export const optionalLine = (most: number) => z.string().trim().max(most, 'tooLong').optional().transform((text) => text || null)
export const day = z.string({ error: 'required' }).regex(/^\d{4}-\d{2}-\d{2}$/, 'invalid').refine((text) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text), 'invalid')
export const optionalDay = day.optional().transform((text) => text ?? null)
export const tick = z.literal('on').optional().transform((value) => value === 'on')
export const several = <const T extends readonly [string, ...string[]]>(codes: T) => z.preprocess((value) => [value].flat().filter(Boolean), z.array(z.enum(codes, { error: 'choose' })).max(codes.length, 'invalid'))
export const optionalCount = z.preprocess((value) => (typeof value === 'string' ? value.normalize('NFKC').replaceAll(',', '').trim() || undefined : value), z.coerce.number({ error: 'invalid' }).int('invalid').min(0, 'invalid').max(2_000_000_000, 'invalid').optional()).transform((n) => n ?? null)

export type Source = (typeof projectSources)[number]
/** Whose word can change a status: the parties', what was published, what a survey or a talk with them brought. What the office supposes cannot. */
export const confirmedSources = ['announcement', 'survey', 'interview', 'party', 'press'] as const satisfies readonly Source[]
export const isConfirmed = (source: Source) => (confirmedSources as readonly Source[]).includes(source)

/** What every line of a project's life says: when, by whom, in which words, for whom. */
const said = {
  on: day,
  source: z.enum(projectSources, { error: 'choose' }),
  sourceText: optionalLine(300),
  ja: optionalLine(1000),
  zh: optionalLine(1000),
  public: tick,
}
export const saidForm = z.object(said)
export type Said = z.output<typeof saidForm>

export const statusForm = z.object({ ...said, status: z.enum(projectStatuses, { error: 'choose' }) })
export const retitlingForm = z.object({ ...said, titleJa: optionalLine(300), titleZh: optionalLine(300) })
export const joiningForm = z.object({ ...said, japan: optionalLine(2000), china: optionalLine(2000) })
export const signingForm = z.object({ ...said, staying: z.preprocess((value) => [value].flat().filter(Boolean), z.array(z.string().max(64)).max(200)), japan: optionalLine(2000), china: optionalLine(2000) })
export const findingsForm = z.object({ ...said, obstacles: several(obstacleCodes), wishes: several(wishCodes) })
export const outcomeForm = z.object({
  ...said,
  party: optionalLine(64),
  kinds: several(outcomeKinds),
  amount: z.enum(amountBands, { error: 'choose' }).optional().transform((code) => code ?? null),
  energySaved: optionalCount,
  co2Saved: optionalCount,
  verified: tick,
  turnover: optionalLine(200),
  marketShare: optionalLine(200),
  jobs: optionalCount,
  newProducts: optionalCount,
})

export const detailsForm = z.object({
  summaryJa: optionalLine(2000),
  summaryZh: optionalLine(2000),
  fields: z.preprocess((value) => [value].flat().filter(Boolean), z.array(z.string().regex(/^[a-z0-9-]{1,64}$/, 'invalid')).max(6, 'invalid')),
  region: z.string().regex(/^CN-[A-Z]{2}$/, 'choose').optional().transform((code) => code ?? null),
})

export const contactForm = z
  .object({
    person: line(60),
    role: optionalLine(120),
    email: z.string().trim().toLowerCase().max(254, 'tooLong').pipe(z.email({ error: 'email' })).optional().transform((text) => text ?? null),
    phone: optionalLine(40),
    wechat: optionalLine(60),
    language: z.enum(['ja', 'zh'], { error: 'choose' }),
  })
  .refine((sent) => sent.email || sent.phone || sent.wechat, { path: ['email'], error: 'required', when: () => true })
export type ContactForm = z.output<typeof contactForm>

export const mergingForm = z.object({ into: line(64) })
