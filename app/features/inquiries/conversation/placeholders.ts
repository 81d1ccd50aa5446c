/** What a template may leave open, filled from the case. Never a person, a channel, or a name that is still masked. */
export const placeholders = ['ticket', 'technology', 'company', 'question', 'goal', 'received'] as const
export type Placeholder = (typeof placeholders)[number]
export type Fillings = Record<Placeholder, string | null>

const BLANK = /{{([^{}]*)}}/g
/** Shown where the case has nothing to fill in, so that it is noticed before it is sent. */
const GAP = '＿＿＿'

/** The placeholders of a text that nothing fills, and braces that are none; empty when the text is good. */
export function unknownPlaceholders(text: string): string[] {
  const named = [...text.matchAll(BLANK)].map((match) => match[1]!.trim()).filter((name) => !(placeholders as readonly string[]).includes(name))
  return [...new Set(/{{|}}/.test(text.replace(BLANK, '')) ? [...named, '{{'] : named)]
}

export const fillIn = (text: string, fillings: Fillings): string => text.replace(BLANK, (whole, name: string) => ((placeholders as readonly string[]).includes(name.trim()) ? fillings[name.trim() as Placeholder] || GAP : whole))
