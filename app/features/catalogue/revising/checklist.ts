import type { Bilingual, ListingContent } from '#db/schema/catalogue.ts'
import type { Section } from './sections.ts'

type CheckName =
  | 'name' | 'fields' | 'rows' | 'nameBoth' | 'summaryBoth' | 'problem' | 'descriptionBoth' | 'translations' | 'indicator' | 'installation' | 'image'
  | 'keywords' | 'stage' | 'cooperation'
export interface Check {
  name: CheckName
  done: boolean
  /** without it the office cannot take the text */
  required: boolean
  where: Section | 'images'
  /** the field to begin with */
  member: keyof ListingContent
}

const both = ({ ja, zh }: Bilingual) => ja !== null && zh !== null
const any = ({ ja, zh }: Bilingual) => ja !== null || zh !== null

/** Rows that say nothing: a figure without a name or value, a certificate without a name. */
const halfRow = (content: ListingContent): 'indicators' | 'certificates' | null =>
  content.indicators.some(({ name, value }) => !any(name) || value === '') ? 'indicators' : content.certificates.some(({ name }) => !any(name)) ? 'certificates' : null

/** What makes a listing be found and believed, and how much of it is there. */
export function checklist(content: ListingContent): Check[] {
  const half = halfRow(content)
  const behind = Object.values(content.translations).some((states) => Object.values(states).some((state) => state === 'stale' || state === 'machine'))
  const check = (name: CheckName, done: boolean, where: Check['where'], member: keyof ListingContent, required = false): Check => ({ name, done, required, where, member })
  return [
    check('name', any(content.name), 'basics', 'name', true),
    check('fields', content.fields.length > 0, 'basics', 'fields', true),
    ...(half ? [check('rows', false, half === 'indicators' ? 'figures' : 'evidence', half, true)] : []),
    check('nameBoth', both(content.name), 'basics', 'name'),
    check('summaryBoth', both(content.summary), 'basics', 'summary'),
    check('problem', both(content.problem), 'texts', 'problem'),
    check('descriptionBoth', both(content.description), 'texts', 'description'),
    ...(behind ? [check('translations', false, staleWhere(content), staleMember(content))] : []),
    check('indicator', content.indicators.some(({ baseline }) => any(baseline)), 'figures', 'indicators'),
    check('installation', content.installations.length > 0, 'evidence', 'installations'),
    check('image', content.images.length > 0, 'images', 'images'),
    check('keywords', content.keywords.ja.length > 0 && content.keywords.zh.length > 0, 'basics', 'keywords'),
    check('stage', content.stage !== null, 'basics', 'stage'),
    check('cooperation', content.cooperation.length > 0, 'cooperation', 'cooperation'),
  ]
}

const staleMember = (content: ListingContent) => (Object.keys(content.translations)[0] ?? 'name') as keyof ListingContent
function staleWhere(content: ListingContent): Section {
  const member = staleMember(content)
  if (member === 'name' || member === 'summary') return 'basics'
  return member === 'partnerSought' || member === 'maintenance' ? 'cooperation' : 'texts'
}

/** Whether the office can take the text at all. */
export const isSubmittable = (content: ListingContent) => checklist(content).every(({ required, done }) => done || !required)
