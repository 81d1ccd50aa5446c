import { Converter } from 'opencc-js'
import { pinyin } from 'pinyin-pro'
import { toRomaji } from 'wanakana'
import type { Bilingual } from '#db/schema/catalogue.ts'
import { legalFormless, withoutSpokenForm } from './legal-forms.ts'

export { legalFormless }

export interface SortKeys {
  sortKana: string
  sortPinyin: string
  sortAlpha: string
}
export interface Named {
  nameJa: string | null
  nameZh: string | null
  nameEn: string | null
  reading: string | null
  /** given by hand; null: computed */
  pinyin: string | null
  romanised: string | null
}

const simplified = Converter({ from: 'jp', to: 'cn' })

/** Behind everything that has letters. */
const LAST = '~'
/** Entries without a reading stand behind all kana. */
const AFTER_KANA = '\u31ff'
/** Joins the levels of a listing's key; below every character of a key, and allowed in every database. */
const LEVEL = '\u0001'

/** Names alike but for legal form, width, case, spaces and punctuation share this key: for duplicate warnings. */
export const nameKey = (name: string): string => legalFormless(name).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '') || LAST

export const nameKeyOf = (company: Named): string => nameKey(company.nameJa ?? company.nameZh ?? company.nameEn ?? '')

const rows = { あ: 'あかさたなはまやらわ', い: 'いきしちにひみりゐ', う: 'うくすつぬふむゆる', え: 'えけせてねへめれゑ', お: 'おこそとのほもよろを' }
const vowelOf = new Map(Object.entries(rows).flatMap(([vowel, row]) => [...row].map((kana) => [kana, vowel] as const)))
const grown = new Map([...'ぁぃぅぇぉっゃゅょゎゕゖ'].map((small, at) => [small, [...'あいうえおつやゆよわかけ'][at]!] as const))

const hiragana = (text: string) =>
  text.normalize('NFKC').normalize('NFD').replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCodePoint(kana.codePointAt(0)! - 0x60))

/**
 * A key whose order by code point is the order of a Japanese index: first by the plain kana, then, between names alike
 * in these, long mark before small kana before plain before voiced before half-voiced.
 */
export function kanaKey(reading: string): string {
  const bare = withoutSpokenForm(hiragana(reading).normalize('NFC'))
  let plain = ''
  let ties = ''
  let last = ''
  for (const sign of bare.normalize('NFD')) {
    if (sign === '\u3099' || sign === '\u309a') ties = ties.slice(0, -1) + (sign === '\u3099' ? '3' : '4')
    else if (sign === 'ー') {
      last = vowelOf.get(last) ?? last
      plain += last
      if (last) ties += '0'
    } else if (/[\p{L}\p{N}]/u.test(sign)) {
      last = grown.get(sign) ?? sign.toLowerCase()
      plain += last
      ties += (grown.has(sign) ? '1' : '2').padEnd(last.length, '2')
    }
  }
  return plain ? `${plain} ${ties}` : ''
}

const latin = (text: string) =>
  text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

/** Syllables without tones, joined by single spaces; kana in between as romaji. */
export function pinyinKey(text: string): string {
  const spoken = toRomaji(text.normalize('NFKC')).replace(/-/g, ' ')
  return latin(pinyin(spoken, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).join(' '))
}

/** A kana reading in Latin letters, without its legal form. */
export const romaji = (reading: string) => latin(toRomaji(withoutSpokenForm(hiragana(reading).normalize('NFC'))).replace(/-/g, ''))

/** Chinese reading of a bilingual name: of the Chinese, or of the Japanese in simplified characters. */
export const pinyinOf = (zh: string | null, ja: string | null) => pinyinKey(legalFormless(zh ?? simplified(ja ?? '')))

/** The three keys of a company. None is ever empty; a key given by hand wins. */
export function companySortKeys(company: Named): SortKeys {
  const byPinyin =
    latin(company.pinyin ?? '') || pinyinOf(company.nameZh, company.nameJa) || latin(legalFormless(company.nameEn ?? '')) || LAST
  const byAlphabet =
    latin(company.romanised ?? '') || latin(legalFormless(company.nameEn ?? '')) || romaji(company.reading ?? '') || byPinyin
  return { sortKana: kanaKey(company.reading ?? '') || AFTER_KANA + byAlphabet, sortPinyin: byPinyin, sortAlpha: byAlphabet }
}

/**
 * The three keys of a listing: by its company, then by its own name, then by its id, so that no two are equal. A
 * technology has no reading of its own: kanji stand by code point, behind kana.
 */
export function listingSortKeys(company: SortKeys, name: Bilingual, id: string): SortKeys {
  const byPinyin = pinyinOf(name.zh, name.ja) || LAST
  const byKana = kanaKey(name.ja ?? '') || AFTER_KANA + byPinyin
  const byAlphabet = romajiOnly(name.ja) || byPinyin
  const key = (first: string, own: string) => [first, own, id].join(LEVEL)
  return {
    sortKana: key(company.sortKana, byKana),
    sortPinyin: key(company.sortPinyin, byPinyin),
    sortAlpha: key(company.sortAlpha, byAlphabet),
  }
}

const romajiOnly = (name: string | null) => (name && !/\p{Script=Han}/u.test(name) ? romaji(name) : '')
