import { putDocument } from '#db/dialect'
import type { Writer } from '#db/index.ts'
import type { companies, Bilingual, ListingContent } from '#db/schema/catalogue.ts'
import { legalFormless, pinyinKey, romaji } from '../sorting.ts'
import { conceptToken, wordsIn, wordToken, type Dictionary } from './dictionary.ts'
import { canonical, fold, indexTokens } from './folding.ts'
import type { Tier } from './tiers.ts'

type Company = typeof companies.$inferSelect
type Texts = (string | null | undefined)[]

const both = (text: Bilingual | null | undefined): Texts => [text?.ja, text?.zh]

/** Everything a listing says, by place, in all languages at once. */
export function searchTexts(content: ListingContent, company: Company, fieldNames: readonly string[], documents: readonly string[] = []): Record<Tier['letter'], Texts> {
  return {
    n: both(content.name),
    c: companyTexts(company),
    k: [...content.keywords.ja, ...content.keywords.zh, ...fieldNames],
    s: both(content.summary),
    b: [
      ...[content.description, content.problem, content.principle, content.advantage, content.partnerSought, content.maintenance].flatMap(both),
      ...content.indicators.flatMap((row) => [...both(row.name), `${row.value} ${row.unit}`, ...both(row.baseline), ...both(row.conditions)]),
      ...content.savings.flatMap((row) => both(row.basis)),
      ...content.installations.flatMap((row) => both(row.note)),
      ...content.certificates.flatMap((row) => [...both(row.name), row.issuer]),
      ...content.images.flatMap((row) => both(row.alt)),
      ...content.documents.filter((row) => row.access === 'public').map((row) => row.name),
    ],
    d: [...documents],
  }
}

function companyTexts(company: Company): Texts {
  const names = [company.nameJa, company.nameZh, company.nameEn, ...company.formerNames].filter((name): name is string => Boolean(name))
  const short = names.map(legalFormless)
  // As typed in Latin letters: word by word, and in one word.
  const spoken = [...short.map(pinyinKey), romaji(company.reading ?? ''), company.sortPinyin, company.sortAlpha].filter(Boolean)
  return [...new Set([...names, ...short, ...spoken, ...spoken.map((words) => words.replaceAll(' ', ''))]), company.reading]
}

/**
 * Stores the search tokens of a listing under its document number; belongs into the transaction that publishes it.
 * Words of the terminology are indexed as tokens of their own, so that a query asks for one token instead of the many
 * words of a concept.
 */
export async function indexListing(
  tx: Writer,
  doc: number,
  input: { content: ListingContent; company: Company; fieldNames: readonly string[]; documents?: readonly string[]; dictionary: Dictionary },
): Promise<void> {
  const texts = searchTexts(input.content, input.company, input.fieldNames, input.documents)
  const { dictionary } = input
  const streams: string[] = []
  const tags = new Set<string>()
  for (const letter of Object.keys(texts) as Tier['letter'][]) {
    for (const text of texts[letter]) {
      if (!text) continue
      const folded = fold(text)
      const tokens = indexTokens(folded)
      if (tokens.length > 0) streams.push(tokens.map((token) => letter + token).join(' '))
      for (const word of wordsIn(canonical(folded), dictionary)) {
        tags.add(letter + wordToken(word))
        for (const id of dictionary.words.get(word) ?? []) tags.add(letter + conceptToken(id))
      }
    }
  }
  if (tags.size > 0) streams.push([...tags].join(' '))
  await putDocument(tx, doc, streams)
}
