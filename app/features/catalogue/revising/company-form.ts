import { z } from 'zod'
import type { CompanyText } from '#db/schema/catalogue.ts'
import { companyShape, optionalWords } from '../interchange.ts'
import { limits } from '../limits.ts'
import { problemsOf } from '../problems.ts'
import { cleaned, one, type Typed } from './listing-rows.ts'

const { reading, pinyin, romanised, formerNames, kind, prefecture, size, site, corporateNumber } = companyShape.shape
const name = optionalWords(limits.name)
const profile = optionalWords(limits.profile)

/** As the catalogue takes a company; a draft may lack what its page cannot do without. */
const shapes = {
  nameJa: name, nameZh: name, nameEn: name, reading, pinyin, romanised, formerNames, kind, prefecture, size, site, corporateNumber, profileJa: profile, profileZh: profile,
} as const satisfies Record<keyof CompanyText, z.ZodType>
const members = Object.keys(shapes) as (keyof CompanyText)[]

const lines = (text: string) => cleaned(text).split('\n').map((line) => line.trim()).filter(Boolean)

function rawOf(member: keyof CompanyText, typed: Typed): unknown {
  const text = cleaned(one(typed, member))
  if (member === 'formerNames') return lines(text)
  if (member === 'kind') return text || 'company'
  if (member === 'corporateNumber') return text.normalize('NFKC').replace(/[\s-]/g, '') || null
  return text || null
}

/** Reads the form; what cannot be stored is left out and told by the name of its field. */
export function readCompanyForm(typed: Typed): { text: Partial<CompanyText>; errors: Record<string, string[]> } {
  const text: Partial<CompanyText> = {}
  const errors: Record<string, string[]> = {}
  for (const member of members) {
    const read = z.object({ [member]: shapes[member] }).safeParse({ [member]: rawOf(member, typed) }, { reportInput: true })
    if (read.success) Object.assign(text, read.data)
    else errors[member] = read.error.issues.flatMap((issue) => problemsOf(issue)).map(({ reason, detail }) => (detail ? `${reason}:${detail}` : reason))
  }
  return { text, errors }
}

/** A firm's details as the fields of the form; reading them gives the same again. */
export const typeCompany = (text: CompanyText): Typed =>
  Object.fromEntries(members.map((member) => [member, member === 'formerNames' ? text.formerNames.join('\n') : (text[member]) ?? '']))
