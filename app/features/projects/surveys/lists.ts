import { amountBands, obstacleCodes, outcomeKinds, projectStatuses, wishCodes } from '#db/schema/projects.ts'
import type { optionLists} from '#db/schema/surveys.ts';
import { type Choice } from '#db/schema/surveys.ts'
import { translator } from '#app/platform/locale.ts'

export type ListName = (typeof optionLists)[number]

/** The four questions that European networks count, and that nothing of the kind has come about. */
export const impactCodes = ['turnover', 'market-share', 'jobs', 'new-products', 'none'] as const

const codesOfList = {
  status: projectStatuses.filter((code) => code !== 'unknown' && code !== 'merged'),
  obstacles: obstacleCodes,
  wishes: wishCodes,
  outcomes: outcomeKinds,
  amounts: amountBands,
  impacts: impactCodes,
} satisfies Record<ListName, readonly string[]>

/** A vocabulary as the options of a question, in both languages. */
export function optionsOfList(list: ListName): Choice[] {
  const [ja, zh] = [translator('ja'), translator('zh')]
  return codesOfList[list].map((code) => {
    const key = `surveys:lists.${list}.${code}` as 'surveys:lists.status.signed'
    return { code, ja: ja(key), zh: zh(key) }
  })
}
