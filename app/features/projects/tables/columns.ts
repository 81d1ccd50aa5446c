import { fold } from '../../catalogue/search/folding.ts'

/** What a column of a table of projects can hold. */
export const members = [
  'forum', 'number', 'announcedOn', 'titleJa', 'titleZh', 'japanJa', 'japanZh', 'chinaJa', 'chinaZh', 'fields', 'region', 'status', 'statusOn', 'summaryJa', 'summaryZh',
] as const
export type Member = (typeof members)[number]
export const isMember = (text: string): text is Member => (members as readonly string[]).includes(text)

/** Headings as people write them in either language, folded; the first is what the template writes. */
const headings: Record<Member, { ja: string[]; zh: string[] }> = {
  forum: { ja: ['回', 'フォーラム', '開催回', '第何回', 'forum', 'round'], zh: ['届次', '届', '论坛', '论坛届次'] },
  number: { ja: ['番号', 'No', 'No.', '№', '通し番号', 'number'], zh: ['序号', '编号', '号'] },
  announcedOn: { ja: ['発表日', '調印日', '日付', '年月日', 'date'], zh: ['发布日期', '签约日期', '日期'] },
  titleJa: { ja: ['件名（日本語）', '件名', '案件名', 'プロジェクト名', '件名(日)', '件名日本語', '案件名（日本語）', 'title ja'], zh: ['项目名称（日文）', '日文名称', '日文项目名称'] },
  titleZh: { ja: ['件名（中国語）', '中国語件名', '件名(中)', '案件名（中国語）', 'title zh'], zh: ['项目名称（中文）', '项目名称', '中文名称', '名称', '中文项目名称'] },
  japanJa: { ja: ['日本側（日本語）', '日本側', '日本側当事者', '日本側企業'], zh: ['日方（日文）', '日方日文名称'] },
  japanZh: { ja: ['日本側（中国語）'], zh: ['日方（中文）', '日方', '日方单位', '日方企业'] },
  chinaJa: { ja: ['中国側（日本語）', '中国側', '中国側当事者', '中国側企業'], zh: ['中方（日文）', '中方日文名称'] },
  chinaZh: { ja: ['中国側（中国語）'], zh: ['中方（中文）', '中方', '中方单位', '中方企业'] },
  fields: { ja: ['分野', '技術分野'], zh: ['领域', '技术领域'] },
  region: { ja: ['地域', '省', '省市', '所在地'], zh: ['地区', '省份', '省市'] },
  status: { ja: ['状況', '進捗', '状態', 'ステータス'], zh: ['进展', '状态'] },
  statusOn: { ja: ['状況の日付', '確認日', '最終確認日'], zh: ['进展日期', '确认日期'] },
  summaryJa: { ja: ['概要（日本語）', '概要', '内容'], zh: ['概要（日文）'] },
  summaryZh: { ja: ['概要（中国語）'], zh: ['概要（中文）', '简介', '内容简介'] },
}

const key = (heading: string) => fold(heading).replace(/[^\p{L}\p{N}]+/gu, '')
const known = new Map(members.flatMap((member) => [...headings[member].ja, ...headings[member].zh, member].map((heading) => [key(heading), member] as const)).reverse())

/** What a heading means, or null. */
export const memberOf = (heading: string): Member | null => known.get(key(heading)) ?? null

/** A member per column, each at the most once; '' where nothing fits. */
export function guessColumns(row: readonly string[]): string[] {
  const used = new Set<Member>()
  return row.map((heading) => {
    const member = memberOf(heading)
    if (!member || used.has(member)) return ''
    used.add(member)
    return member
  })
}

export const templateHeadings = (locale: 'ja' | 'zh') => members.map((member) => headings[member][locale][0]!)
