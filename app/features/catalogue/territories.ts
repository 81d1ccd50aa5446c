/** ISO 3166-1 alpha-2, officially assigned. */
export const countryCodes: readonly string[] =
  `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF
  CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH
  GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW
  KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG
  NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN
  SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT
  ZA ZM ZW`.split(/\s+/)
const countries = new Set(countryCodes)

/** ISO 3166-2:CN. */
export const chineseRegions = [
  'CN-AH', 'CN-BJ', 'CN-CQ', 'CN-FJ', 'CN-GD', 'CN-GS', 'CN-GX', 'CN-GZ', 'CN-HA', 'CN-HB', 'CN-HE', 'CN-HI', 'CN-HK', 'CN-HL', 'CN-HN', 'CN-JL', 'CN-JS',
  'CN-JX', 'CN-LN', 'CN-MO', 'CN-NM', 'CN-NX', 'CN-QH', 'CN-SC', 'CN-SD', 'CN-SH', 'CN-SN', 'CN-SX', 'CN-TJ', 'CN-TW', 'CN-XJ', 'CN-XZ', 'CN-YN', 'CN-ZJ',
] as const
/** ISO 3166-2:JP. */
export const prefectures = Array.from({ length: 47 }, (_, at) => `JP-${String(at + 1).padStart(2, '0')}`)

const chinese: ReadonlySet<string> = new Set(chineseRegions)
const japanese: ReadonlySet<string> = new Set(prefectures)

export const isCountry = (code: string) => countries.has(code)
export const isChineseRegion = (code: string) => chinese.has(code)
export const isPrefecture = (code: string) => japanese.has(code)

/** A subdivision of that country; those of China and Japan are known one by one, others by their form. */
export function isRegionOf(country: string, code: string): boolean {
  if (country === 'CN') return isChineseRegion(code)
  if (country === 'JP') return isPrefecture(code)
  return new RegExp(`^${country}-[A-Z0-9]{1,3}$`).test(code)
}
