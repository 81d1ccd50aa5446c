import { pinyin } from 'pinyin-pro'
import type { Span } from './places.ts'
import { trace } from './tracing.ts'

const BETWEEN = String.raw`[\s.\-_*·・‧/|~,]{0,3}`
const HONORIFIC = String.raw`(?:样|さま|さん|氏|殿|君|先生|女士|小姐|经理|总经理|总|工(?![\u4e00-\u9fff])|部长|课长|社长|主任|主管|科长|处长|师傅|老师|博士|教授|工程师|担当|が|は|\s?san|\s?sama)`
const TITLES = /(?:样|さま|さん|氏|殿|先生|女士|小姐|经理|总经理|总|部长|课长|主任|mr\.?|ms\.?|mrs\.?|dr\.?)\s*$/
const TITLES_BEFORE = /^(?:mr|ms|mrs|dr)\.?\s+/
const LEGAL = /株式会社|有限会社|合同会社|一般社团法人|一般财团法人|公益财团法人|\((?:株|有|同|社|财)\)|股份有限公司|有限责任公司|集团有限公司|有限公司|集团公司|(?:,?\s*)(?:co\.?|company)[\s,.]*(?:ltd\.?|limited)|\b(?:inc|corp|corporation|ltd|limited|llc|gmbh|k\.?k)\b\.?/g
const REGION = /^(?:中华人民共和国|中国|日本)?(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|南京|苏州|无锡|常州|杭州|宁波|广州|深圳|成都|沈阳|大连|青岛|济南|武汉|长沙|郑州|西安|合肥|福州|厦门|昆明|哈尔滨|长春|石家庄|太原|唐山|东莞|佛山)?(?:省|市|自治区)?/
const TRADE = /(?:环保|环境|科技|技术|电力|能源|节能|新能源|化工|化学|钢铁|水泥|建材|机械|设备|制造|工程|材料|实业|工业|产业|贸易|商贸|发展|投资|控股|股份|集团|水务|热力|热电|电子|纸业|纺织|食品|药业|玻璃|陶瓷|有色|金属|重工|装备|公司|厂)+$/
/** Words that stand in forms in place of a name. */
const GENERIC = new Set(['担当', '担当者', '负责人', '联系人', '采购部', '采购', '秘书处', '事务局', '公司', '企业', '团体', '不明', '匿名', '本人', '客户', '経理', '经理', '总务', '广报', '营业', '営業'])

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const hasHan = (text: string) => /[\u3041-\u3096\u3400-\u9fff]/.test(text)
const spread = (text: string) => [...text].filter((character) => !/[\s.\-_*·・‧/|~,()]/.test(character)).map(escape).join(BETWEEN)

/** Latin words in the given or the other order, whole or letter by letter. */
function latin(text: string): string[] {
  const words = text.split(/[\s.,·・-]+/).filter(Boolean)
  if (words.join('').length < 4) return words.length > 1 ? [`(?<![a-z0-9])${words.map(escape).join('[\\s.,·・-]{1,3}')}(?![a-z0-9])`] : []
  const orders = words.length > 1 ? [words, [...words].reverse()] : [words]
  const whole = orders.map((order) => `(?<![a-z0-9])${order.map(escape).join('[\\s.,·・_-]{0,3}')}(?![a-z0-9])`)
  const lettered = orders.map((order) => `(?<![a-z0-9])${[...order.join('')].map(escape).join('[\\s.*_-]{1,3}')}(?![a-z0-9])`)
  return [...whole, ...lettered]
}

function pinyinOf(name: string): string[] {
  if (!/^[\u3400-\u9fff]{2,4}$/.test(name)) return []
  const parts = pinyin(name, { toneType: 'none', type: 'array', surname: 'head' })
  const family = name.length === 4 ? 2 : 1
  return latin(`${parts.slice(0, family).join('')} ${parts.slice(family).join('')}`)
}

function personPatterns(folded: string): string[] {
  const name = folded.replace(TITLES_BEFORE, '').replace(TITLES, '').trim()
  if (name === '' || GENERIC.has(name)) return []
  if (!hasHan(name)) return latin(name)
  const parts = name.split(/[\s·・,]+/).filter(Boolean)
  const joined = parts.join('')
  const alone = parts.length > 1 && parts[0]!.length >= 1 ? parts[0]! : joined.length <= 3 && /^[\u3400-\u9fff]+$/.test(joined) ? joined[0]! : null
  return [
    ...(joined.length >= 2 ? [spread(joined)] : []),
    ...(alone ? [`${spread(alone)}\\s?${HONORIFIC.replace('|が|は', '')}`] : []),
    ...pinyinOf(joined),
  ]
}

function organisationPatterns(folded: string): string[] {
  const name = folded.replace(/\s+/g, ' ').trim()
  const core = name.replace(LEGAL, ' ').trim()
  if (name === '' || GENERIC.has(name)) return []
  if (!hasHan(core)) return latin(core).slice(0, 4)
  const own = core.replace(REGION, '').replace(TRADE, '')
  const keys = new Set([name, ...(core.replace(/\s/g, '').length >= 3 ? [core] : []), ...(own.length >= 2 && own !== core && !GENERIC.has(own) ? [own] : [])])
  return [...keys].map(spread)
}

export interface Known {
  /** `address`: a contact's own e-mail, number or id, found also where nothing around it says so */
  kind: 'person' | 'organisation' | 'address'
  name: string
}

/** Where known names stand in a folded text: with blanks between characters, in other characters, in pinyin. */
export function namesIn(text: string, { kind, name }: Known): Span[] {
  const folded = trace(name).text.trim()
  const patterns = kind === 'person' ? personPatterns(folded) : kind === 'organisation' ? organisationPatterns(folded) : folded.length >= 5 ? [`(?<![a-z0-9])${spread(folded)}(?![a-z0-9])`] : []
  return patterns.filter(Boolean).flatMap((pattern) => [...text.matchAll(new RegExp(pattern, 'g'))].map((match): Span => [match.index, match.index + match[0].length]))
}
