import type { Span } from './places.ts'

/** Ids of WeChat, QQ, LINE and the like in a folded text. A word of such a service alone is no leak. */
const SIGN = String.raw`\s*(?:[:=→\-—–_]+|是|为|は|即|就是)\s*[「『"'(\[【]?\s*`
const NUMBER_WORD = String.raw`\s*(?:账号|帐号|号码|号|同号|同手机号?|id|あかうんと|ばんごう|番号|的?id|のid)`
const AFTER = String.raw`(?:${NUMBER_WORD})?(?:${SIGN}|\s*[「『"'(\[【]\s*)`
const AFTER_NUMBER_WORD = String.raw`${NUMBER_WORD}(?:${SIGN}|\s*)`
const ID = String.raw`@?[a-z][a-z0-9_.-]{3,30}`
const DIGITS = String.raw`\d(?:[\s-]?\d){4,12}`
const END = String.raw`(?![a-z0-9])`

const WECHAT = String.raw`(?:we\s?chat|wei\s?xin|微\s*信|v\s*信|薇\s*信|威信|微x|徽信|维信|溦信|(?<![a-z0-9])(?:v\s*x|w\s*x)(?![a-z])|うぃーちゃっと|(?<![a-z0-9])v(?=\s*:)|(?:加|\+)\s*我?\s*(?:的)?\s*[v微薇]\s*信?)`
const QQ = String.raw`(?:(?<![a-z0-9])q\s?q(?!邮|\s*mail|\.)|扣扣|扣\s*号|企鹅号?|球球|q号|加\s*q)`
const LINE = String.raw`(?:(?<![a-z0-9-])line|らいん)`
const OTHER = String.raw`(?:whats\s?app|telegram|(?<![a-z])tg(?=\s*:)|skype|钉钉|飞书|抖音|快手|微博|kakao\s?talk|kakao|zalo|facebook|fb|instagram|linkedin|twitter|teams|zoom)`
/** Words that follow a service's name in a sentence about technology. */
const STOP = /^(?:pay(?:ment)?|work|official|account|mini|program|group|channel|app|apps|user|users|system|platform|official_account|search|code|customer|service|support|online|and|with|for|via|api)$/

const patterns = [
  new RegExp(`${WECHAT}${AFTER}(${ID}|${DIGITS})${END}`, 'g'),
  new RegExp(`${WECHAT}${AFTER_NUMBER_WORD}(${ID}|${DIGITS})${END}`, 'g'),
  new RegExp(`(?:微\\s*信|v\\s*信|薇信|we\\s?chat|wei\\s?xin|うぃーちゃっと|[加+]我?[v微薇]信?)\\s*(${ID})${END}`, 'g'),
  new RegExp(`(?<![a-z0-9])(?:vx|wx)\\s?(1[3-9]\\d{9}|[a-z_-][a-z_-]{2,}\\d[a-z0-9_-]*)${END}`, 'g'),
  new RegExp(`(?:微\\s*信|v\\s*信|薇信|we\\s?chat|[加+]我?[v微薇]信?)\\s*(1[3-9]\\d{9}|\\d{6,11})${END}`, 'g'),
  new RegExp(`${QQ}(?:群)?(?:${NUMBER_WORD})?(?:${SIGN}|\\s*)([1-9](?:[\\s-]?\\d){4,10})(?!\\d)`, 'g'),
  new RegExp(`${LINE}(?:${NUMBER_WORD})(?:${SIGN}|\\s*)(@?[a-z0-9][a-z0-9._-]{2,19})${END}`, 'g'),
  new RegExp(`${LINE}(?:は|で|:|=)\\s*(@?[a-z0-9]*(?:[a-z][0-9._]|[0-9._][a-z]|@)[a-z0-9._-]*)${END}`, 'g'),
  new RegExp(`${OTHER}(?:${NUMBER_WORD})?(?:${SIGN})(@?[a-z0-9][a-z0-9._:-]{3,30})${END}`, 'g'),
  new RegExp(`${OTHER}${NUMBER_WORD}\\s*(@?[a-z0-9][a-z0-9._:-]{3,30})${END}`, 'g'),
  new RegExp(`(?:账号|帐号|あかうんと|id)\\s*[:=]\\s*(@[a-z0-9._-]{3,30}|wxid_[a-z0-9]+)${END}`, 'g'),
  /(wxid_[a-z0-9]{4,})/g,
  // letter by letter: 微信 z h a n g 8 8
  new RegExp(`(?:${WECHAT}|${QQ})${AFTER}([a-z0-9](?:\\s[a-z0-9_-]){4,20})${END}`, 'g'),
]

export const chatsIn = (text: string): Span[] =>
  patterns.flatMap((pattern) => [...text.matchAll(pattern)].filter((match) => !STOP.test(match[1]!.trim())).map((match): Span => [match.index, match.index + match[0].length]))
