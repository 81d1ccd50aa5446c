import { z } from 'zod'
import { toHiragana } from 'wanakana'
import { companyKinds, sizeBands, type CompanyText } from '#db/schema/catalogue.ts'
import { MIN_PASSWORD } from '#app/features/accounts/form.ts'
import { companyShape } from '../interchange.ts'
import { withoutSpokenForm } from '../legal-forms.ts'
import { prefectures } from '../territories.ts'

/** Messages are keys of joining.json, errors.*; those of the interchange format (`not-kana` …) among them. */
const line = (most: number) => z.string({ error: 'required' }).trim().min(1, 'required').max(most, 'tooLong')
const optionalLine = (most: number) => z.string().trim().max(most, 'tooLong').optional().transform((text) => text || null)
const optionalCode = <const T extends readonly [string, ...string[]]>(codes: T) => z.enum(codes, { error: 'choose' }).optional().transform((code) => code ?? null)
const language = z.enum(['ja', 'zh'], { error: 'choose' })
export const emailAddress = z.string({ error: 'required' }).trim().toLowerCase().max(254, 'tooLong').pipe(z.email({ error: 'email' }))

/** People type 1-2345-6789-0123 and full-width digits. */
const asDigits = (text: string) => text.normalize('NFKC').replace(/[\s‐-―−-]/g, '')
const withScheme = (text: string) => (/^[a-z]+:/i.test(text) ? text : `https://${text}`)
const hasSpokenForm = (reading: string) => {
  const kana = toHiragana(reading.normalize('NFKC'), { passRomaji: true })
  return withoutSpokenForm(kana) !== kana.trim()
}
const checked = <T>(shape: { safeParse: (value: unknown) => { success: true; data: T } | { success: false; error: { issues: { message: string }[] } } }) =>
  (value: string, context: { addIssue: (message: string) => void }): T | null => {
    const judged = shape.safeParse(value)
    if (judged.success) return judged.data
    context.addIssue(judged.error.issues[0]!.message)
    return null
  }

const reading = line(120)
  .transform(checked(companyShape.shape.reading))
  .refine((text) => !text || !hasSpokenForm(text), 'legalForm')

/** What a firm and its first person tell of themselves. */
export const joiningForm = z
  .object({
    nameJa: line(120),
    nameZh: optionalLine(120),
    nameEn: optionalLine(120),
    reading,
    kind: z.enum(companyKinds, { error: 'choose' }),
    prefecture: z.string().refine((code) => prefectures.includes(code), 'choose').optional().transform((code) => code ?? null),
    size: optionalCode(sizeBands),
    site: z.string().trim().transform(withScheme).transform(checked(companyShape.shape.site)).optional().transform((site) => site ?? null),
    corporateNumber: z.string().transform(asDigits).transform(checked(companyShape.shape.corporateNumber)).optional().transform((number) => number ?? null),
    person: line(60),
    department: optionalLine(120),
    email: emailAddress,
    password: z.string({ error: 'required' }).min(MIN_PASSWORD, 'shortPassword').max(200, 'tooLong'),
    passwordAgain: z.string({ error: 'required' }),
    language,
    message: optionalLine(2_000),
    agreed: z.literal('on', { error: 'consent' }),
  })
  .refine((sent) => sent.password === sent.passwordAgain, { path: ['passwordAgain'], error: 'differs', when: ({ value }) => Boolean((value as { passwordAgain?: string }).passwordAgain) })
export type JoiningForm = z.output<typeof joiningForm>

/** The firm's part, as a company is written. */
export const companyTextOf = ({ nameJa, nameZh, nameEn, reading, kind, prefecture, size, site, corporateNumber }: JoiningForm): CompanyText => ({
  nameJa,
  nameZh,
  nameEn,
  reading: reading ?? null,
  pinyin: null,
  romanised: null,
  formerNames: [],
  kind,
  prefecture,
  size,
  site,
  corporateNumber,
  profileJa: null,
  profileZh: null,
})

export const approvalForm = z.object({ slug: z.string({ error: 'required' }).trim().toLowerCase().regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/, 'slug') })
export const targetForm = z.object({ into: line(64) })
export const rejectionForm = z.object({ reason: line(1_000) })
export const confirmationForm = z.object({})

export const invitationForm = z.object({ name: line(60), email: emailAddress, language })

/** Somebody who answers inquiries for the firm; at least one way to reach them. */
export const contactForm = z
  .object({
    name: line(60),
    department: optionalLine(120),
    email: emailAddress.optional().transform((email) => email ?? null),
    phone: z.string().trim().max(40, 'tooLong').regex(/^[+\d][\d\s()（）-]{5,}$/, 'phone').optional().transform((phone) => phone ?? null),
    wechat: z.string().trim().max(60, 'tooLong').optional().transform((id) => id || null),
    language,
  })
  .refine(({ email, phone, wechat }) => Boolean(email ?? phone ?? wechat), { path: ['email'], error: 'oneWay' })
export type ContactForm = z.output<typeof contactForm>
