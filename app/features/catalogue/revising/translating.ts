import type { ListingContent, translationStates } from '#db/schema/catalogue.ts'
import { textMembers, type TextMember } from '../content.ts'
import { LINES, limits, lengthOf } from '../limits.ts'
import { textSlots, withTexts, type TextSlot } from './text-slots.ts'

type Language = 'ja' | 'zh'

/** The language a text is translated from: Japanese, unless the listing was written in Chinese alone. */
export const originalOf = (content: ListingContent): Language => (content.name.ja === null && content.name.zh !== null ? 'zh' : 'ja')
export const otherOf = (language: Language): Language => (language === 'ja' ? 'zh' : 'ja')

export const isTextMember = (name: string): name is TextMember => (textMembers as readonly string[]).includes(name)

/** How long a text may be, in characters. */
export function mostOf({ member, part }: TextSlot): number {
  if (member === 'keywords') return LINES * (limits.keyword + 1)
  if (part === 'name') return limits.rowName
  return part ? limits.note : limits[member as TextMember]
}

/** Texts worth a translator's look: those that say something in either language. */
export const slotsToTranslate = (content: ListingContent) => textSlots(content).filter(({ text }) => text.ja || text.zh)

export interface Translated {
  texts: Map<string, string | null>
  /** texts that a machine wrote and nobody has read yet */
  machine: Set<string>
}

/** The draft as it was typed: `text-…` and `machine-…` by the names of the slots. */
export function readTranslation(form: FormData, content: ListingContent): { ok: true; value: Translated } | { ok: false; errors: Record<string, string[]> } {
  const value: Translated = { texts: new Map(), machine: new Set() }
  const errors: Record<string, string[]> = {}
  for (const slot of slotsToTranslate(content)) {
    const typed = form.get(`text-${slot.name}`)
    if (typeof typed !== 'string') continue
    const text = typed.replaceAll('\r\n', '\n').trim()
    if (lengthOf(text) > mostOf(slot)) errors[`text-${slot.name}`] = ['tooLong']
    value.texts.set(slot.name, text || null)
    if (form.get(`machine-${slot.name}`) === 'on') value.machine.add(slot.name)
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, value }
}

/** The content with the draft in it; a text that somebody has read through is a person's, also where it stayed as it was. */
export function translated(content: ListingContent, language: Language, { texts, machine }: Translated): ListingContent {
  const after = withTexts(content, language, texts)
  for (const member of textMembers) {
    if (!texts.has(member)) continue
    const states: Partial<Record<Language, (typeof translationStates)[number]>> = { ...after.translations[member] }
    if (machine.has(member)) states[language] = 'machine'
    else delete states[language]
    after.translations[member] = states
  }
  return after
}
