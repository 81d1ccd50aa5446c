import type { ListingContent, textStates } from '#db/schema/catalogue.ts'
import { findLeaks } from '#app/platform/leaks.ts'
import { textMembers } from '../content.ts'
import { textSlots } from './text-slots.ts'

/** In the order in which the desk should look at them. */
export const warningCodes = [
  'contact', 'contact-in-document', 'contact-in-file-name', 'qr', 'missing-language', 'no-baseline', 'bare-claim', 'stale', 'machine', 'export-control', 'no-image',
  'document-encrypted', 'document-broken', 'document-unread', 'document-cut',
] as const
export type WarningCode = (typeof warningCodes)[number]

export interface Warning {
  code: WarningCode
  member: keyof ListingContent
  /** within a list, counted from 0 */
  row: number | null
  language: 'ja' | 'zh' | null
  /** a document's name */
  file: string | null
  /** what was found, with a few characters around it; null where there is nothing to show */
  excerpt: string | null
}

/** What is known of a stored file, by its hash. */
export interface FileFacts {
  textState: (typeof textStates)[number]
  /** what the QR codes of a picture say */
  codes: readonly string[]
  /** contact details in the text of a document, each with what stands around it */
  leaks: readonly string[]
}

/** These ways to contact a firm call for a reason before they are published. */
const contactCodes: readonly WarningCode[] = ['contact', 'contact-in-document', 'contact-in-file-name', 'qr']
export const showContacts = (warnings: readonly Warning[]) => warnings.some(({ code }) => contactCodes.includes(code))

const AROUND = 12

/** The passage of a text, with a little of what stands before and behind it. */
export function excerptOf(text: string, start: number, end: number): string {
  const [from, to] = [Math.max(0, start - AROUND), Math.min(text.length, end + AROUND)]
  return `${from > 0 ? '…' : ''}${text.slice(from, to).replace(/\s+/g, ' ').trim()}${to < text.length ? '…' : ''}`
}

/** Contact details in a text, each as a passage; the same one is told once. */
export const leaksIn = (text: string): string[] => [...new Set(findLeaks(text).map(({ start, end }) => excerptOf(text, start, end)))]

/** Words that claim to be the best or perfect. They are fine next to a figure that shows it. */
const CLAIMS =
  /世界(?:初|一|最[高大小速軽]\S?|唯一|トップ)|業界(?:初|一|最|トップ|唯一)|日本(?:初|一(?!部|般|定|方))|国内(?:初|最|唯一)|最高(?:水準|峰|級|の(?:性能|品質|効率))|最先端|圧倒的|完全(?:に(?:除去|防止|無害))|(?<![\d.])100\s*[%％](?!以[上下]|[~〜－-])|(?:第|No\.?\s?|ナンバー)(?:一|1|１|ワン)(?![\d次段級号種類回章部])|(?:世界|国际|国内|行业|全球)(?:领先|第一|首创|首例|首套|最[高大先优]\S?|唯一|一流)|最(?:先进|优秀|佳)|遥遥领先|零排放|万能|永久(?:免维护|有效)/giu
const FIGURE = /\d/

/** Claims whose sentence holds no figure: “世界最高水準” alone says nothing a buyer could check; 100% is one in itself. */
export function bareClaims(text: string): string[] {
  const found: string[] = []
  for (const sentence of text.normalize('NFKC').split(/(?<=[。！？!?\n])/)) {
    for (const claim of sentence.matchAll(CLAIMS)) {
      const rest = sentence.slice(0, claim.index) + sentence.slice(claim.index + claim[0].length)
      if (!FIGURE.test(rest)) found.push(excerptOf(sentence, claim.index, claim.index + claim[0].length))
    }
  }
  return [...new Set(found)]
}

/** What the desk should look at before this text is published. It tells; it changes and forbids nothing. */
export function warningsOf(content: ListingContent, files: ReadonlyMap<string, FileFacts>): Warning[] {
  const found = [...inTexts(content), ...inRows(content), ...inFiles(content, files)]
  if (content.exportControl === 'not-assessed') found.push(warning('export-control', 'exportControl'))
  return found.sort((one, other) => warningCodes.indexOf(one.code) - warningCodes.indexOf(other.code))
}

const warning = (code: WarningCode, member: Warning['member'], more: Partial<Warning> = {}): Warning => ({
  code, member, row: null, language: null, file: null, excerpt: null, ...more,
})

function inTexts(content: ListingContent): Warning[] {
  const found: Warning[] = []
  for (const { member, row, text } of textSlots(content)) {
    for (const [language, other] of [['ja', 'zh'], ['zh', 'ja']] as const) {
      const words = text[language]
      if (!words) {
        if (text[other]) found.push(warning('missing-language', member, { row, language }))
        continue
      }
      for (const excerpt of leaksIn(words)) found.push(warning('contact', member, { row, language, excerpt }))
      if (member === 'keywords') continue
      for (const excerpt of bareClaims(words)) found.push(warning('bare-claim', member, { row, language, excerpt }))
    }
  }
  for (const member of textMembers) {
    for (const language of ['ja', 'zh'] as const) {
      const state = content.translations[member]?.[language]
      if (state === 'stale' || state === 'machine') found.push(warning(state, member, { language }))
    }
  }
  return found
}

/** Figures that are compared with nothing; what stands outside the two languages may hold contact details as well. */
function inRows(content: ListingContent): Warning[] {
  const found: Warning[] = []
  const blank = (text: { ja: string | null; zh: string | null }) => !text.ja && !text.zh
  content.indicators.forEach(({ name, value, unit, baseline }, row) => {
    if (blank(baseline)) found.push(warning('no-baseline', 'indicators', { row, excerpt: `${name.ja ?? name.zh ?? ''} ${value} ${unit}`.trim() }))
    // A figure with its unit is no telephone number; words in its place may be anything.
    if (typeof value === 'string') for (const excerpt of leaksIn(value)) found.push(warning('contact', 'indicators', { row, excerpt }))
  })
  content.savings.forEach(({ value, unit, basis }, row) => {
    if (blank(basis)) found.push(warning('no-baseline', 'savings', { row, excerpt: `${value} ${unit}` }))
  })
  content.certificates.forEach(({ issuer }, row) => {
    for (const excerpt of leaksIn(issuer ?? '')) found.push(warning('contact', 'certificates', { row, excerpt }))
  })
  return found
}

const documentCodes = { encrypted: 'document-encrypted', broken: 'document-broken', waiting: 'document-unread', cut: 'document-cut' } as const

function inFiles({ images, documents }: ListingContent, files: ReadonlyMap<string, FileFacts>): Warning[] {
  const found: Warning[] = []
  if (images.length === 0) found.push(warning('no-image', 'images'))
  images.forEach(({ file }, row) => {
    for (const excerpt of files.get(file)?.codes ?? []) found.push(warning('qr', 'images', { row, excerpt }))
  })
  documents.forEach(({ file, name }, row) => {
    const facts = files.get(file)
    const state = facts?.textState
    for (const excerpt of leaksIn(name)) found.push(warning('contact-in-file-name', 'documents', { row, file: name, excerpt }))
    for (const excerpt of facts?.leaks ?? []) found.push(warning('contact-in-document', 'documents', { row, file: name, excerpt }))
    if (state && state in documentCodes) found.push(warning(documentCodes[state as keyof typeof documentCodes], 'documents', { row, file: name }))
  })
  return found
}
