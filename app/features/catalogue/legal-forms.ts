/**
 * What a name says about its owner's legal form, in the three languages of the data bank. Lists are ordered by the
 * alphabet when this part is left out, and two entries that differ only in it are probably one firm.
 */
const east = [
  '株式会社', '株式會社', '有限会社', '有限會社', '合同会社', '合資会社', '合名会社', '相互会社',
  '特定非営利活動法人', 'NPO法人', '国立研究開発法人', '国立研究开发法人', '地方独立行政法人', '独立行政法人',
  '国立大学法人', '公立大学法人', '学校法人', '医療法人', '社会福祉法人',
  '一般財団法人', '公益財団法人', '財団法人', '一般财团法人', '公益财团法人', '财团法人',
  '一般社団法人', '公益社団法人', '社団法人', '一般社团法人', '公益社团法人', '社团法人',
  '事業協同組合', '事业协同组合', '協同組合', '协同组合', '協業組合', '企業組合', '技術研究組合', '技术研究组合',
  '股份有限公司', '有限责任公司', '有限責任公司', '有限公司',
  '(株)', '(有)', '(同)', '(資)', '(名)', '(一財)', '(公財)', '(財)', '(一社)', '(公社)', '(社)', '(独)', '(国研)', '(協)',
]
const west = [
  String.raw`co\.?\s*,?\s*ltd\.?`, String.raw`company\s*,?\s*limited`, String.raw`pte\.?\s*ltd\.?`, String.raw`ltd\.?`, 'limited',
  String.raw`inc\.?`, 'incorporated', String.raw`corp\.?`, 'corporation', String.raw`co\.?`, 'company',
  'llc', 'l\\.l\\.c\\.', 'llp', 'plc', 'gmbh', 'k\\.?\\s?k\\.?', 'g\\.?\\s?k\\.?',
]
const spoken = [
  'かぶしきがいしゃ', 'かぶしきかいしゃ', 'ゆうげんがいしゃ', 'ゆうげんかいしゃ', 'ごうどうがいしゃ', 'ごうどうかいしゃ',
  'ごうしがいしゃ', 'ごうめいがいしゃ', 'こくりつけんきゅうかいはつほうじん', 'ちほうどくりつぎょうせいほうじん', 'どくりつぎょうせいほうじん',
  'いっぱんざいだんほうじん', 'こうえきざいだんほうじん', 'ざいだんほうじん', 'いっぱんしゃだんほうじん', 'こうえきしゃだんほうじん', 'しゃだんほうじん',
  'じぎょうきょうどうくみあい', 'きょうどうくみあい', 'こくりつだいがくほうじん', 'とくていひえいりかつどうほうじん',
]

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const any = (forms: readonly string[]) => forms.map(literal).join('|')
const edges = [
  new RegExp(`^(?:${any(east)})[\\s・,]*`, 'iu'),
  new RegExp(`[\\s・,]*(?:${any(east)})$`, 'iu'),
  new RegExp(`(?<=[^\\s,])[\\s,]+(?:${west.join('|')})$`, 'iu'),
]
const spokenEdges = [new RegExp(`^(?:${any(spoken)})[\\s・]*`, 'u'), new RegExp(`[\\s・]*(?:${any(spoken)})$`, 'u')]

function peel(text: string, patterns: readonly RegExp[]): string {
  for (let left = text; ; ) {
    const before = left
    for (const pattern of patterns) left = left.replace(pattern, '').trim() || left
    if (left === before) return left
  }
}

/** The name in NFKC without legal forms at its ends; a name that is nothing else is left as it is. */
export const legalFormless = (name: string): string => peel(name.normalize('NFKC').trim(), edges)

/** The same for a reading in hiragana. */
export const withoutSpokenForm = (reading: string): string => peel(reading.trim(), spokenEdges)
