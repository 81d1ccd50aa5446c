import type { Span } from './places.ts'

/** Telephone numbers in a folded text: Japanese and Chinese, mobile and landline, however they are cut up or spelled. */
const LABEL = /(?:tel|℡|☎|📞|📱|phone|mobile|mob|cell|fax|hotline|whatsapp|电话|手机|携帯|携带|传真|热线|座机|联系方式|联络|连络|でんわ|けいたい|拨打|致电|来电|请拨|call)[^\d]{0,12}$/
const PATENT = /(?:特许|特愿|特开|专利|实用新型|第|型号|编号|登录|备案|证书|(?<![a-z])(?:zl|pct|wo|iso|iec|jis|gb|gb\/t|hj|astm|en|din|no\.?|doi|isbn|issn))[\s:/.()第号a-z-]{0,8}$/
const UNIT = /^\s*(?:[円圆元吨万亿千]|日元|人民币|美元|とん|kwh|mwh|gwh|gj|mj|kj|kcal|nm3|m3|kg|mg|kw|mw|t(?![a-z])|%|℃|°|人|件|台|年|ppm|rpm|mm|pa|kpa|mpa|件)/

const DIGIT_WORDS: Record<string, string> = {
  零: '0', '〇': '0', '○': '0', 一: '1', 壹: '1', 么: '1', 二: '2', 贰: '2', 两: '2', 三: '3', 叁: '3', 四: '4', 肆: '4', 五: '5', 伍: '5',
  六: '6', 陆: '6', 七: '7', 柒: '7', 八: '8', 捌: '8', 九: '9', 玖: '9',
}
const numeral = new RegExp(`[${Object.keys(DIGIT_WORDS).join('')}]`, 'g')

/** The same length, unit by unit, so that places stay. */
const inDigits = (text: string) => text.replace(numeral, (word) => DIGIT_WORDS[word]!)

// Blanks, dashes, dots, brackets: what stands between the groups of a number.
const SEPARATOR = String.raw`(?:\s?[-‐‑‒–—―−ーｰ─~.·・‧*/|_]\s?|\s?[()]\s?(?:[-‐–—−ー.]\s?)?|\s{1,3})`
const RUN = new RegExp(String.raw`(?<!\d)(?<!\d\.)(?!(?<=\d,)\d{3}(?!\d))\+?\(?\d+(?:${SEPARATOR}\(?\d+)*`, 'g')

interface Group {
  digits: string
  start: number
  end: number
}

const groupsOf = (text: string, at: number): Group[] => [...text.matchAll(/\d+/g)].map((match) => ({ digits: match[0], start: at + match.index, end: at + match.index + match[0].length }))

const shapeOf = (groups: readonly Group[]) => groups.map((group) => group.digits.length).join('-')
const isSpelled = (groups: readonly Group[]) => groups.length >= 7 && groups.every((group) => group.digits.length === 1)

/** How mobile numbers of China are cut: 138 1234 5678, 1381234 5678, 13812 345678 … */
const MOBILE_SHAPES = new Set(['11', '3-4-4', '4-3-4', '3-8', '7-4', '3-3-5', '5-6', '6-5', '4-4-3', '3-2-2-2-2', '3-3-3-2', '1-10', '8-3', '2-3-3-3', '3-4-2-2', '1-3-3-4', '4-7'])

type Shape = { groups: readonly Group[]; plus: boolean; labelled: boolean; tight: boolean }

/** A number as a telephone would take it. Only digits and how they are grouped decide. */
function isPhone({ groups, plus, labelled, tight }: Shape): boolean {
  const digits = groups.map((group) => group.digits).join('')
  const shape = shapeOf(groups)
  const spelled = isSpelled(groups)
  const n = digits.length
  if (plus) return n >= 8 && n <= 15 && (!digits.startsWith('86') || n >= 11) && !/^0/.test(digits)
  if (labelled && n >= 7 && n <= 15 && groups.length <= 6 && !/^(19|20)\d\d-?\d?\d-?\d?\d$/.test(digits)) return true
  if (/^(00|0?10)?(86)?1[3-9]\d{9}$/.test(digits)) {
    const own = digits.slice(-11)
    if (digits === own) return tight || spelled || MOBILE_SHAPES.has(shape)
    return groups[0]!.digits.endsWith('86') || groups.length === 1 || spelled
  }
  if (/^(00|010)81[1-9]\d{8,9}$/.test(digits)) return true
  // 81-90-1234-5678: the country's number cut off from the rest
  if (/^81[1-9]\d{8,9}$/.test(digits)) return groups[0]!.digits === '81' && groups.length >= 3
  if (/^86[1-9]\d{9,10}$/.test(digits)) return groups[0]!.digits === '86' && groups.length >= 3
  if (!digits.startsWith('0') && !/^[48]00/.test(digits)) return false
  if (/^[48]00[1-9]\d{6}$/.test(digits)) return ['3-3-4', '3-4-3', '4-3-3', '3-7', '10', '6-4'].includes(shape) || spelled
  if (groups.length > 5 && !spelled) return false
  // Japan: 03-1234-5678, 045-123-4567, 0120-123-456; mobile and IP 0x0-1234-5678
  const japan = /^0[1-9]\d{8}$/.test(digits) || /^0[5-9]0\d{8}$/.test(digits) || /^0800\d{7}$/.test(digits)
  // China: three-digit area codes with eight digits, four-digit ones with seven or eight
  const china = /^0(10|2\d)[2-8]\d{7}$/.test(digits) || /^0[3-9]\d{2}[2-8]\d{6,7}$/.test(digits)
  if (!japan && !china) return false
  if (spelled || groups.length === 1) return true
  // Measured values in a row are not a number: 「0.12 0.34」 falls apart into single zeros.
  return groups[0]!.digits.length >= 2 && groups.every((group) => group.digits.length >= 2) && groups.at(-1)!.digits.length >= 3
}

const MOST_GROUPS = 15

function inRun(text: string, run: string, at: number): Span[] {
  const groups = groupsOf(run, at)
  const found: Span[] = []
  let first = 0
  while (first < groups.length) {
    const before = text.slice(Math.max(0, groups[first]!.start - 24), groups[first]!.start)
    const plus = /\+\s?\(?$/.test(before)
    const labelled = LABEL.test(before)
    const marked = !labelled && !plus && PATENT.test(before)
    let last = Math.min(groups.length, first + MOST_GROUPS) - 1
    for (; last >= first; last--) {
      const some = groups.slice(first, last + 1)
      const inner = text.slice(some[0]!.start, some.at(-1)!.end)
      const tight = some.length > 1 && !/\s/.test(inner) && /^\d+(?:[-‐‑‒–—―−ー.·・]\d+)+$/.test(inner)
      if (!isPhone({ groups: some, plus, labelled, tight })) continue
      if (marked && some.length === 1) continue
      if (!labelled && !plus && UNIT.test(text.slice(some.at(-1)!.end))) continue
      break
    }
    if (last < first) {
      first++
      continue
    }
    const opening = plus ? before.match(/\+\s?\(?$/)![0].length : /\($/.test(before) ? 1 : 0
    found.push([groups[first]!.start - opening, groups[last]!.end])
    first = last + 1
  }
  return found
}

const runsOf = (text: string): Span[] => [...text.matchAll(RUN)].flatMap((match) => inRun(text, match[0], match.index))

/** Groups of a phone number with anything short between them: 090の1234の5678, 138,1234,5678, O9O-1234-5678. */
const odd = [
  /(?<![a-z0-9])0[5-9]0\s?[^\d\s]{1,2}\s?\d{4}\s?[^\d\s]{1,2}\s?\d{4}(?!\d)/g,
  /(?<![a-z0-9])(?<!\d[.,])1[3-9]\d\s?[^\d\s]{1,2}\s?\d{4}\s?[^\d\s]{1,2}\s?\d{4}(?!\d)/g,
  /(?<![a-z0-9])(?<!\d[.,])0\d{1,3}\s?[^\d\s.,]{1,2}\s?\d{2,4}\s?[^\d\s.,]{1,2}\s?\d{4}(?!\d)/g,
] as const
/** O for zero, l for one. */
const lettered = [
  /(?<![a-z0-9])[0o][5-9][0o][-\s.・ー]?[0-9ol]{4}[-\s.・ー]?[0-9ol]{4}(?![a-z0-9])/g,
  /(?<![a-z0-9])[1li][3-9][0-9ol][-\s.・ー]?[0-9ol]{4}[-\s.・ー]?[0-9ol]{4}(?![a-z0-9])/g,
]
const KANA_DIGIT = '(?:ぜろ|まる|れい|いち|に|さん|よん|し|ご|ろく|なな|しち|はち|きゅう|く)'
const ENGLISH_DIGIT = '(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)'
const PINYIN_DIGIT = '(?:ling|yao|yi|er|san|si|wu|liu|qi|ba|jiu)'
const spelledOut = [KANA_DIGIT, ENGLISH_DIGIT, PINYIN_DIGIT].map((word) => new RegExp(`(?<![a-zぁ-ん])${word}(?:[\\s、,・.-]{0,2}${word}){8,13}(?![a-zぁ-ん])`, 'g'))

/** Chinese numerals count only where enough of them stand together: otherwise they are words. */
const NUMERALS = new RegExp(`[\\d${Object.keys(DIGIT_WORDS).join('')}](?:[\\s\\-.·・ー—–、]{0,2}[\\d${Object.keys(DIGIT_WORDS).join('')}]){6,}`, 'g')

function inNumerals(text: string): Span[] {
  return [...text.matchAll(NUMERALS)]
    .filter((match) => (match[0].match(numeral)?.length ?? 0) >= 3)
    .flatMap((match) => {
      const before = text.slice(0, match.index)
      return inRun(before + inDigits(match[0]) + text.slice(match.index + match[0].length), inDigits(match[0]), match.index)
    })
}

const hasLetter = (span: string) => /[ol]/.test(span)

export function phonesIn(text: string): Span[] {
  const matches = (patterns: readonly RegExp[]) => patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match): Span => [match.index, match.index + match[0].length]))
  const lookalikes = matches(lettered).filter((span) => hasLetter(text.slice(...span)) && (text.slice(...span).match(/\d/g)?.length ?? 0) >= 5)
  return [...runsOf(text), ...inNumerals(text), ...matches(odd), ...lookalikes, ...matches(spelledOut)]
}
