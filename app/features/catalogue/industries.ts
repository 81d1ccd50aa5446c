import type { ListingContent } from '#db/schema/catalogue.ts'

/** Where a technology is at work: plants, not the fields of the taxonomy. Words as listings write them. */
const WORDS = {
  steel: '鉄鋼|製鉄|製鋼|高炉|転炉|電炉|圧延|钢铁|炼钢|炼铁|轧钢|转炉|电炉',
  cement: 'セメント|水泥',
  glass: 'ガラス(?:溶解|窯|工場|製造|メーカー|びん)|板ガラス|玻璃(?:窑|熔窑|厂|行业|企业|制造|生产)|平板玻璃',
  ceramics: '窯業|陶磁器|タイル工場|陶瓷(?:厂|行业|企业|窑)|日用陶瓷|建筑陶瓷',
  'non-ferrous': '非鉄|アルミ(?:溶解|精錬|鋳造|工場)|銅製錬|亜鉛製錬|有色金属|电解铝|铝(?:厂|加工|熔炼)|铜冶炼|锌冶炼',
  chemicals: '化学(?:工場|プラント|工業|メーカー|コンビナート)|石油化学|石油精製|製油所|化工|石化|炼油',
  paper: '製紙|パルプ|造纸|纸浆',
  textiles: '繊維(?:工場|産業|業)|染色|紡績|纺织|印染|染整',
  food: '食品(?:工場|加工|製造|業|殺菌)|飲料|醸造|乳業|食品(?:厂|行业|企业|加工|、)|饮料|酿造|乳品|屠宰',
  pharmaceuticals: '製薬|医薬品|制药|医药(?:厂|企业|行业)',
  electronics: '半導体(?:工場|製造)|電子部品|プリント基板|液晶パネル|半导体(?:厂|制造|企业)|电子(?:厂|元件|元器件|行业|企业)|印制电路板|显示面板',
  automotive: '自動車(?:工場|部品|製造|メーカー|産業)|塗装(?:工場|ライン)|汽车(?:厂|制造|零部件|企业)|涂装(?:线|车间)',
  metalworking: '機械加工|金属加工|めっき|熱処理|鍛造|鋳造|机械加工|金属加工|电镀|热处理|锻造|铸造',
  power: '発電所|火力発電|火电|电厂|发电厂',
  'waste-treatment': 'ごみ焼却|清掃工場|廃棄物処理|垃圾焚烧|垃圾发电|固废处理',
  'water-utilities': '下水処理|浄水場|污水处理厂|自来水厂|水务',
  farming: '畜産|養豚|養鶏|農業|畜禽|养殖|农业|种植',
  buildings: '病院|ホテル|オフィスビル|商業施設|业务楼|医院|酒店|写字楼|商场|公共建筑',
  'industrial-parks': '工業団地|産業団地|工业园|产业园|开发区',
} as const

export type Industry = keyof typeof WORDS
export const industries = Object.keys(WORDS) as Industry[]
export const isIndustry = (value: unknown): value is Industry => typeof value === 'string' && Object.hasOwn(WORDS, value)

const FINDERS = industries.map((industry) => [industry, new RegExp(WORDS[industry], 'gu')] as const)

/** Fields that are an industry themselves: together with it they say nothing new. */
const SAME: Partial<Record<Industry, readonly string[]>> = {
  steel: ['steel'],
  cement: ['cement-glass'],
  glass: ['cement-glass'],
  chemicals: ['chemicals'],
  'non-ferrous': ['non-ferrous'],
  power: ['thermal-power'],
  'waste-treatment': ['waste-to-energy'],
  'water-utilities': ['wastewater', 'drinking-water'],
  farming: ['agricultural-waste'],
  buildings: ['low-carbon-buildings', 'buildings'],
}
export const saysMore = (field: string, industry: Industry) => !SAME[industry]?.includes(field)

const ENOUGH_MENTIONS = 2

/** The industries a listing is for: named where it says what it is and whom it helps, or time and again in its text. */
export function industriesOf(content: ListingContent): Industry[] {
  const both = (text: { ja: string | null; zh: string | null }) => `${text.ja ?? ''}\n${text.zh ?? ''}`
  const { name, summary, problem, partnerSought, keywords, installations, description, principle, advantage } = content
  const telling = [...[name, summary, problem, partnerSought].map(both), ...keywords.ja, ...keywords.zh, ...installations.map(({ note }) => both(note))].join('\n').normalize('NFKC')
  const texts = (['ja', 'zh'] as const).map((language) => [description, principle, advantage].map((text) => text[language] ?? '').join('\n').normalize('NFKC'))
  return FINDERS.filter(([, finder]) => telling.match(finder) ?? texts.some((text) => (text.match(finder)?.length ?? 0) >= ENOUGH_MENTIONS)).map(([industry]) => industry)
}
