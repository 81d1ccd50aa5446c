import { eq } from 'drizzle-orm'
import { pinyin } from 'pinyin-pro'
import { toRomaji } from 'wanakana'
import type { Reader } from '#db/index.ts'
import { companies } from '#db/schema/catalogue.ts'
import { catalogueVersion } from '../shelf.server.ts'
import { legalFormless } from '../sorting.ts'
import { canonical, fold } from './folding.ts'
import { readDictionary } from './terminology.server.ts'

/** A word that may be offered while somebody types, or in place of one that was not found. */
export interface Entry {
  shown: string
  key: string
  /** pinyin without tones, or romaji of kana; how it sounds when typed */
  sound: string
  language: 'ja' | 'zh' | 'en' | 'any'
}

let known: { version: number; entries: Entry[] } | null = null
const sounds = new Map<string, string>()

/** How a folded word is typed: pinyin for characters, romaji for kana. */
export function soundOf(key: string): string {
  let sound = sounds.get(key)
  if (sound === undefined) {
    const kana = toRomaji(key, { convertLongVowelMark: false })
    sound = pinyin(kana, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).join('').replace(/[^a-z0-9]/g, '')
    if (sounds.size > 50_000) sounds.clear()
    sounds.set(key, sound)
  }
  return sound
}

/** The terminology's words and the firms' names, as of the catalogue's version. */
export async function readVocabulary(db: Reader): Promise<Entry[]> {
  const version = await catalogueVersion(db)
  if (known?.version === version) return known.entries
  const dictionary = await readDictionary(db)
  const entries: Entry[] = [...dictionary.written].map(([key, shown]) => ({ shown, key, sound: soundOf(key), language: dictionary.language.get(key) ?? 'any' }))
  const firms = await db.select({ ja: companies.nameJa, zh: companies.nameZh, en: companies.nameEn }).from(companies).where(eq(companies.state, 'published'))
  const seen = new Set(entries.map((entry) => entry.key))
  for (const firm of firms) {
    for (const language of ['ja', 'zh', 'en'] as const) {
      const shown = firm[language] && legalFormless(firm[language])
      const key = shown ? canonical(fold(shown)) : ''
      if (!shown || !key || seen.has(key)) continue
      seen.add(key)
      entries.push({ shown, key, sound: soundOf(key), language })
    }
  }
  known = { version, entries }
  return entries
}

const MOST = 8

/** Words that begin with what was typed, then those that contain it; by characters or by sound, shorter first. */
export async function completions(db: Reader, typed: string, language: 'ja' | 'zh'): Promise<string[]> {
  const key = canonical(fold(typed.slice(0, 40)))
  if (!key) return []
  const sound = /^[a-z0-9 ]{2,}$/.test(key) ? key.replaceAll(' ', '') : null
  const ranked: { entry: Entry; rank: number }[] = []
  for (const entry of await readVocabulary(db)) {
    const at = entry.key.indexOf(key)
    const bySound = sound !== null && entry.sound.startsWith(sound)
    if (at < 0 && !bySound) continue
    const foreign = entry.language === language || entry.language === 'any' ? 0 : 40
    ranked.push({ entry, rank: (at === 0 ? 0 : bySound ? 10 : 20) + foreign + entry.key.length })
  }
  return ranked.sort((a, b) => a.rank - b.rank || (a.entry.key < b.entry.key ? -1 : 1)).slice(0, MOST).map(({ entry }) => entry.shown)
}

/** The nearest known words to one that nothing has: the same sound (a slip of the input method), or one or two letters off. */
export async function nearMisses(db: Reader, word: string): Promise<string[]> {
  const key = canonical(fold(word.slice(0, 40)))
  if (key.length < 2) return []
  const sound = soundOf(key)
  const most = key.length >= 7 ? 2 : 1
  const near: { shown: string; far: number }[] = []
  for (const entry of await readVocabulary(db)) {
    if (entry.key === key || entry.key.length < 2) continue
    if (sound.length > 2 && entry.sound === sound) near.push({ shown: entry.shown, far: 0 })
    else if (key.length > 2 && Math.abs(entry.key.length - key.length) <= most) {
      const far = distance(key, entry.key, most)
      if (far <= most) near.push({ shown: entry.shown, far })
    }
  }
  return near.sort((a, b) => a.far - b.far || a.shown.length - b.shown.length).slice(0, 3).map(({ shown }) => shown)
}

/** Edits between two words (a swap of neighbours counts once); anything above `most` is `most + 1`. */
export function distance(a: string, b: string, most: number): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let best = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let edits = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits = Math.min(edits, before[j - 2]! + 1)
      row.push(edits)
      best = Math.min(best, edits)
    }
    if (best > most) return most + 1
    before = last
    last = row
  }
  return Math.min(last[b.length]!, most + 1)
}
