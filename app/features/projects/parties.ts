import type { partyKinds } from '#db/schema/projects.ts'
import { fold } from '../catalogue/search/folding.ts'
import { nameKey } from '../catalogue/sorting.ts'

export interface Name {
  ja: string | null
  zh: string | null
}

/** The comparison keys of a body's names: without legal form, in no particular writing. */
export const nameKeys = ({ ja, zh }: Name): string[] => [ja, zh].flatMap((name) => (name ? [fold(nameKey(name))] : []))

/** Titles and parties as one folded text; a search word is found anywhere in it. */
export const searchTextOf = (title: Name, parties: readonly Name[]): string =>
  fold([title, ...parties].flatMap(({ ja, zh }) => [ja, zh]).filter(Boolean).join('\n'))

const kindMarks: [(typeof partyKinds)[number], RegExp][] = [
  ['university', /大学|大學|学院|高专|高専/],
  ['zone', /開発区|开发区|開發區|新区|园区|園区|工業団地/],
  ['company', /株式会社|有限公司|有限責任公司|有限责任公司|集団$|集团$|公司$|㈱/],
  ['government', /人民政府|政府$|委員会$|委员会$|管委会|[省市県县]$|[局庁厅]$/],
  ['organisation', /協会|协会|機構|机构|財団|财团|社団|法人|研究[院所]|連盟|联盟|中心|センター|商会|学会|协同|協議会/],
]

/** What a body is, told by its name; a firm where nothing tells. */
export const kindOfBody = ({ ja, zh }: Name): (typeof partyKinds)[number] => {
  const text = `${ja ?? ''}\n${zh ?? ''}`
  return kindMarks.find(([, mark]) => text.split('\n').some((name) => mark.test(name.trim())))?.[0] ?? 'company'
}

/** One body a line, its Japanese name before its Chinese one, parted by a bar or a slash; either may be missing. */
export function readPartyLines(text: string): Name[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [ja = '', zh = ''] = line.normalize('NFC').split(/\s*[|｜/／]\s*/).map((name) => name.trim())
    return ja || zh ? [{ ja: ja || null, zh: zh || null }] : []
  })
}

export const writePartyLines = (names: readonly Name[]): string => names.map(({ ja, zh }) => (zh ? `${ja ?? ''} | ${zh}` : (ja ?? ''))).join('\n')
