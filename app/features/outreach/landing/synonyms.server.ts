import type { Reader } from '#db/index.ts'
import { wordsIn } from '#app/features/catalogue/search/dictionary.ts'
import { canonical, fold } from '#app/features/catalogue/search/folding.ts'
import { readDictionary } from '#app/features/catalogue/search/terminology.server.ts'
import type { Locale } from '#app/platform/locale.ts'

const MOST = 12

/** Other words of a language for what a name speaks of, as the terminology writes them: the words people search by. */
export async function synonymsOf(db: Reader, name: string, locale: Locale): Promise<string[]> {
  const dictionary = await readDictionary(db)
  const key = canonical(fold(name))
  const inside = [...wordsIn(key, dictionary)]
  const whole = inside.filter((word) => word.length > 1 && !inside.some((other) => other !== word && other.includes(word)))
  const lists = whole.map((word) =>
    (dictionary.words.get(word) ?? [])
      .flatMap((concept) => dictionary.concepts.get(concept) ?? [])
      .filter((other) => dictionary.language.get(other) === locale && !key.includes(other))
      .map((other) => dictionary.written.get(other) ?? other),
  )
  const longest = Math.max(0, ...lists.map((list) => list.length))
  return [...new Set(Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat())].slice(0, MOST)
}
