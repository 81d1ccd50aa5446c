/** E-mail and web addresses in a folded text, as people write them to get past a check. */
export type Span = readonly [start: number, end: number]

const OPEN = '[(\\[{<【〔「『《（]'
const CLOSE = '[)\\]}>】〕」』》）]'
const bracketed = (words: string) => `${OPEN}\\s{0,3}(?:${words})\\s{0,3}${CLOSE}`
const AT_WORDS = '@|at|a|あっと(?:まーく)?|艾特|圈a|a圈|小老鼠|爱特'
/** Never without a mark around it: "at" alone is a word of a sentence. */
const AT = `(?:@|${bracketed(AT_WORDS)}|[#*_★☆◎●]\\s{0,3}(?:at|a)?\\s{0,3}[#*_★☆◎●]?|\\s{1,3}at\\s{1,3}|\\s{0,3}(?:あっとまーく|あっと|艾特|圈a|小老鼠|爱特)\\s{0,3})`
const DOT = `(?:\\.|．|。|・|[·•]|,|${bracketed('\\.|dot|点|どっと|。')}|\\s{1,3}dot\\s{1,3}|\\s{0,3}(?:点儿?|どっと)\\s{0,3})`
const TLD = '(?:com|cn|jp|net|org|info|biz|edu|gov|xyz|top|cc|tv|me|io|site|online|shop|link|ltd|tech|vip|club|asia|eu|de|kr|tw|hk|uk|us|example|co|or|ne|ac|go|ed)'
const MAIL_HOSTS = '(?:qq|gmail|163|126|139|189|sina|sohu|foxmail|hotmail|outlook|yahoo|icloud|aliyun|docomo|softbank|ezweb|live|msn)'
// Bounded, so that no text can make the search long.
const LABEL = '[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?'
const SPACED_LABEL = '[a-z0-9](?:\\s?[a-z0-9-]){0,30}?'
const END = '(?![a-z0-9])'

const LOCAL = '(?<![a-z0-9])[a-z0-9][a-z0-9._%+-]{0,63}(?:\\s[._-]\\s?[a-z0-9]{1,30}){0,3}'
const mails = [
  // taro@example.co.jp, taro ＠ example 。 com, taro(at)example(dot)com
  new RegExp(`${LOCAL}\\s{0,3}${AT}\\s{0,3}${LABEL}(?:\\s{0,3}${DOT}\\s{0,3}${LABEL}){0,4}\\s{0,3}${DOT}\\s{0,3}${TLD}${END}`, 'g'),
  // a real at sign: any domain with a letter at its end
  new RegExp(`${LOCAL}\\s{0,3}@\\s{0,3}${LABEL}(?:\\s?\\.\\s?${LABEL}){0,4}\\s?\\.\\s?[a-z]{2,}${END}`, 'g'),
  // t a r o @ e x a m p l e . c o m
  new RegExp(`(?<![a-z0-9])[a-z0-9](?:\\s[a-z0-9._-]){1,40}\\s{0,3}${AT}\\s{0,3}${SPACED_LABEL}(?:\\s{0,3}${DOT}\\s{0,3}${SPACED_LABEL}){0,3}\\s{0,3}${DOT}\\s{0,3}c\\s?(?:o\\s?m|n)${END}`, 'g'),
  new RegExp(`(?<![a-z0-9])[a-z0-9](?:\\s[a-z0-9._-]){1,40}\\s{0,3}${AT}\\s{0,3}${SPACED_LABEL}(?:\\s{0,3}${DOT}\\s{0,3}${SPACED_LABEL}){0,3}\\s{0,3}${DOT}\\s{0,3}(?:j\\s?p|n\\s?e\\s?t)${END}`, 'g'),
  // zhang88@qq, zhang88 艾特 163, 12345678 qq邮箱, 163邮箱 zhang88
  new RegExp(`${LOCAL}\\s{0,3}${AT}\\s{0,3}${MAIL_HOSTS}${END}`, 'g'),
  new RegExp(`${LOCAL}\\s{0,3}(?:的|是|在)?\\s{0,3}${MAIL_HOSTS}\\s{0,3}(?:邮箱|电邮|めーる)`, 'g'),
  new RegExp(`${MAIL_HOSTS}\\s{0,3}(?:邮箱|电邮|めーる)\\s{0,3}(?:是|为|号|:|：|は)?\\s{0,3}[a-z0-9][a-z0-9._-]{4,40}`, 'g'),
  new RegExp(`(?:邮箱|电邮|e-?mail|mail|めーる(?:あどれす)?|めあど)\\s{0,3}(?:是|为|:|は|=)\\s{0,3}[a-z][a-z0-9._-]{0,30}\\d[a-z0-9._-]{0,30}${END}`, 'g'),
]

const webs = [
  /h\s*[tx]\s*[tx]\s*p\s*s?\s*:\s*\/\s*\/\s*[^\s、。,「」()（）<>]+/g,
  new RegExp(`(?<![a-z0-9])w\\s?w\\s?w\\s{0,3}${DOT}\\s{0,3}${LABEL}(?:\\s{0,3}${DOT}\\s{0,3}${LABEL}){1,5}(?:/[\\w./?=&%#-]*)?`, 'g'),
  // without a scheme: the top of the domain must be a known one, or it is a file, a section, an abbreviation
  new RegExp(`(?<![a-z0-9@.-])(?:${LABEL}(?:\\.|\\s?${bracketed('\\.|dot|点|どっと')}\\s?|\\s?(?:点|どっと)\\s?|\\s?。\\s?|\\sdot\\s|・)){1,5}(?:com|net|org|cn|jp|info|biz|xyz|top|vip|cc|site|online|shop|link|ltd|tech|club|asia)(?:\\s?\\.\\s?(?:cn|jp|tw|hk))?${END}(?:/[\\w./?=&%#-]*)?`, 'g'),
  new RegExp(`(?<![a-z0-9@.-])(?:${LABEL}\\.){1,5}(?:io|me|tv|co|app|dev|page|work|example)/[\\w./?=&%#-]+`, 'g'),
  new RegExp(`(?<![a-z0-9@.-])${LABEL}(?:\\s?${LABEL})?\\s?(?:\\.|。|点|どっと)\\s?(?:co|or|ne|ac|go|gov|edu|com|net|org)\\s?(?:\\.|。|点|どっと)\\s?(?:jp|cn|hk|tw|kr)${END}`, 'g'),
  /(?<![a-z0-9])[a-z](?:\s[a-z0-9-]){2,30}\s?(?:\.|。|点)\s?c\s(?:o\s?m|n)(?![a-z0-9])/g,
  /[\u4e00-\u9fff]{2,12}\s?(?:\.|点)\s?(?:公司|网络|网址|中国)(?![\u4e00-\u9fff])/g,
]

const all = (patterns: readonly RegExp[], text: string): Span[] => patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => trimmed(match[0], match.index)))

/** Without the blanks around it. */
function trimmed(found: string, at: number): Span {
  const start = at + found.length - found.trimStart().length
  return [start, start + found.trim().length]
}

// 「Nm3/h@400℃」 and 「0.5*a*b.cn」-like formulas: a mark that stands in for @ needs a letter before it
const plausible = (text: string) => (span: Span) => /[a-z]/.test(text.slice(...span))

export const mailsIn = (text: string): Span[] => (/[@a-z]/.test(text) ? all(mails, text).filter(plausible(text)) : [])
export const websIn = (text: string): Span[] => (/[a-z]|公司|网络/.test(text) ? all(webs, text) : [])
