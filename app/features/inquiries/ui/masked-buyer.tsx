import { useTranslation } from 'react-i18next'
import { Facts, type Fact } from '#app/ui/facts.tsx'
import type { MaskedBuyer } from '../masking.ts'

/** The words of a masked buyer's codes. Codes of another version are shown as they are. */
function useWords() {
  const { t } = useTranslation(['inquiries', 'catalogue'])
  const word = (group: 'organisationKind' | 'budget' | 'timing', code: string | null) => (code ? t(`inquiries:${group}.${code}` as 'inquiries:budget.undecided') : null)
  const listed = (group: 'regions' | 'sizes' | 'modes', code: string | null) => (code ? t(`catalogue:${group}.${code}` as 'catalogue:modes.sale') : null)
  return { t, word, listed }
}

/** What is known of a buyer before the introduction: kind, region, size, need; its name only when it allowed that. The desk has a way of its own to the name. */
export function MaskedBuyerFacts({ buyer, atDesk }: { buyer: MaskedBuyer; atDesk?: boolean }) {
  const { t, word, listed } = useWords()
  const facts: Fact[] = [
    [t('answer.organisation'), buyer.organisation ?? (atDesk ? null : t('answer.masked'))],
    [t('answer.kind'), word('organisationKind', buyer.organisationKind)],
    [t('answer.region'), listed('regions', buyer.region)],
    [t('answer.size'), listed('sizes', buyer.size)],
    [t('answer.onBehalf'), buyer.onBehalf && [word('organisationKind', buyer.onBehalf.kind), listed('regions', buyer.onBehalf.region), listed('sizes', buyer.onBehalf.size)].filter(Boolean).join(' / ')],
    [t('answer.need.site'), buyer.need.site],
    [t('answer.need.process'), buyer.need.process],
    [t('answer.need.presentData'), buyer.need.presentData],
    [t('answer.need.goal'), buyer.need.goal],
    [t('answer.need.budget'), word('budget', buyer.need.budget)],
    [t('answer.need.timing'), word('timing', buyer.need.timing)],
    [t('answer.need.cooperation'), listed('modes', buyer.need.cooperation)],
  ]
  return <Facts facts={facts} />
}

/** One line about a buyer, for lists. */
export function useBuyerLine() {
  const { word, listed } = useWords()
  return (buyer: { organisationKind: string | null; region: string | null }) => [word('organisationKind', buyer.organisationKind), listed('regions', buyer.region)].filter(Boolean).join(' / ')
}
