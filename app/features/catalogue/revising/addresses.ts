import type { Bilingual } from '#db/schema/catalogue.ts'
import { pinyinOf, romaji } from '../sorting.ts'

/** Long enough to be read aloud from a printed page. */
const MOST = 48

/** A name in Latin letters with hyphens: a Japanese name in kana or Latin letters as it is read, else the Chinese reading of the characters. */
export function readableAddress({ ja, zh }: Bilingual): string {
  const read = ja && !/\p{Script=Han}/u.test(ja) ? romaji(ja) : pinyinOf(zh, ja)
  const words = read.replace(/[^a-z0-9]+/g, ' ').trim().split(' ')
  let address = ''
  for (const word of words) {
    const longer = address ? `${address}-${word}` : word
    if (longer.length > MOST) break
    address = longer
  }
  return address
}
