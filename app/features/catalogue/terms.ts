import { canonical, fold } from './search/folding.ts'

/** The rules of the terminology's words. */
export const tongues = ['ja', 'zh', 'en'] as const
export type Tongue = (typeof tongues)[number]
export type Words = Record<Tongue, string[]>

export const LONGEST_WORD = 60
export const MOST_WORDS = 40

/** What search compares words by. */
export const keyOf = (word: string): string => canonical(fold(word))

/** One word a line; a word in two spellings that search takes for one is kept once. */
export function readWords(lines: string): string[] {
  const kept = new Map<string, string>()
  for (const line of lines.split('\n')) {
    const word = line.replace(/\p{C}/gu, '').replace(/\s+/g, ' ').trim()
    const key = keyOf(word) || word
    if (word && !kept.has(key)) kept.set(key, word)
  }
  return [...kept.values()]
}

export type Flaw =
  | { reason: 'empty' }
  | { reason: 'too-many'; tongue: Tongue }
  | { reason: 'too-long' | 'unsearchable'; tongue: Tongue; word: string }

/** What is wrong with the words of a concept by themselves, or null. */
export function flawOf(words: Words): Flaw | null {
  if (tongues.every((tongue) => words[tongue].length === 0)) return { reason: 'empty' }
  for (const tongue of tongues) {
    if (words[tongue].length > MOST_WORDS) return { reason: 'too-many', tongue }
    for (const word of words[tongue]) {
      if (word.length > LONGEST_WORD) return { reason: 'too-long', tongue, word }
      if (!keyOf(word)) return { reason: 'unsearchable', tongue, word }
    }
  }
  return null
}

/** The words of both; where they share one, the first one's spelling stays. */
export const joined = (one: Words, other: Words): Words => ({
  ja: readWords([...one.ja, ...other.ja].join('\n')),
  zh: readWords([...one.zh, ...other.zh].join('\n')),
  en: readWords([...one.en, ...other.en].join('\n')),
})

/** What a concept is called: its first word in the reader's language, or in another. */
export function nameOf(words: Words, locale: 'ja' | 'zh'): { text: string; lang: Tongue } {
  for (const lang of [locale, ...tongues]) if (words[lang][0]) return { text: words[lang][0], lang }
  return { text: '—', lang: locale }
}

/** Words that came and words that went, by language. */
export function difference(before: Words | null, after: Words): { tongue: Tongue; came: string[]; went: string[] }[] {
  return tongues
    .map((tongue) => ({
      tongue,
      came: after[tongue].filter((word) => !before?.[tongue].includes(word)),
      went: (before?.[tongue] ?? []).filter((word) => !after[tongue].includes(word)),
    }))
    .filter(({ came, went }) => came.length + went.length > 0)
}
