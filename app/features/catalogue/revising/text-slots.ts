import type { Bilingual, ListingContent } from '#db/schema/catalogue.ts'
import { textMembers } from '../content.ts'

/** One text of a listing that stands in two languages: where it is, and what it says. */
export interface TextSlot {
  /** names it in forms and addresses: `summary`, `indicators-0-baseline` */
  name: string
  member: keyof ListingContent
  /** within a list: which row, counted from 0, and which part of it */
  row: number | null
  part: string | null
  text: Bilingual
}

/** The parts of rows that stand in two languages. */
const rowParts = {
  indicators: ['name', 'baseline', 'conditions'],
  savings: ['basis'],
  installations: ['note'],
  certificates: ['name'],
  images: ['alt'],
} as const
type RowMember = keyof typeof rowParts

const joinWords = (words: readonly string[]) => (words.length > 0 ? words.join('\n') : null)

/** Every bilingual text of a listing, in the order of its page; keywords are one text with a line for each. */
export function textSlots(content: ListingContent): TextSlot[] {
  const slots: TextSlot[] = textMembers.map((member) => ({ name: member, member, row: null, part: null, text: content[member] }))
  for (const member of Object.keys(rowParts) as RowMember[]) {
    content[member].forEach((one, row) => {
      for (const part of rowParts[member]) {
        slots.push({ name: `${member}-${row}-${part}`, member, row, part, text: (one as unknown as Record<string, Bilingual>)[part]! })
      }
    })
  }
  slots.push({ name: 'keywords', member: 'keywords', row: null, part: null, text: { ja: joinWords(content.keywords.ja), zh: joinWords(content.keywords.zh) } })
  return slots
}

/** The same content with the texts of one language replaced, by the names of their slots; what is not named stays. */
export function withTexts(content: ListingContent, language: 'ja' | 'zh', texts: ReadonlyMap<string, string | null>): ListingContent {
  const after = structuredClone(content)
  for (const { name, member, row, part } of textSlots(content)) {
    if (!texts.has(name)) continue
    const text = texts.get(name) ?? null
    if (member === 'keywords') after.keywords[language] = (text ?? '').split(/[\n、，,]/).map((word) => word.trim()).filter(Boolean)
    else if (row === null) (after[member] as Bilingual)[language] = text
    else ((after[member] as unknown as Record<string, Bilingual>[])[row]![part!] as Bilingual)[language] = text
  }
  return after
}
