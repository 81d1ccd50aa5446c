import type { Locale } from './locale.ts'

/** The Han characters that a double-byte encoding can write. */
function charactersOf(encoding: string, leads: readonly (readonly [number, number])[], trails: readonly [number, number]): Set<string> {
  const decoder = new TextDecoder(encoding)
  const bytes: number[] = []
  for (const [first, last] of leads) for (let lead = first; lead <= last; lead++) for (let trail = trails[0]; trail <= trails[1]; trail++) bytes.push(lead, trail)
  return new Set([...decoder.decode(Uint8Array.from(bytes))].filter((character) => /\p{Script=Han}/u.test(character)))
}

let written: Record<Locale, RegExp> | undefined

/** Per language, a character that the other one does not write: kana and 発, or 发. Each language's national standard says what it writes. */
export function onlyIn(): Record<Locale, RegExp> {
  if (written) return written
  const ja = charactersOf('shift_jis', [[0x88, 0x9f], [0xe0, 0xea], [0xfa, 0xfc]], [0x40, 0xfc])
  const zh = charactersOf('gbk', [[0xb0, 0xf7]], [0xa1, 0xfe])
  const lacking = (one: Set<string>, other: Set<string>) => [...one].filter((character) => !other.has(character)).join('')
  return (written = { ja: new RegExp(`[ぁ-ゖァ-ヺ${lacking(ja, zh)}]`), zh: new RegExp(`[${lacking(zh, ja)}]`) })
}

/** The language that a text's characters prove; null where they fit both or neither. For texts of which nobody noted the language: names, file names. */
export function tongueOf(text: string): Locale | null {
  const { ja, zh } = onlyIn()
  const [japanese, chinese] = [ja.test(text), zh.test(text)]
  return japanese === chinese ? null : japanese ? 'ja' : 'zh'
}
