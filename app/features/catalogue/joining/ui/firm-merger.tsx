import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Facts } from '#app/ui/facts.tsx'
import type { Company } from '../../drafts.ts'
import { FirmFacts } from './asked-firm.tsx'
import styles from './joining.module.css'

interface FirmMergerProps {
  company: Company
  moves: { technologies: number; people: number; contacts: number; approaches: number; draft: boolean }
  names: readonly string[]
}

/** What a merger of two firms will do, before it is done. */
export function FirmMerger({ company, moves, names }: FirmMergerProps) {
  const { t } = useTranslation('joining')
  return (
    <form method="post">
      <h2>{t('merging.into')}</h2>
      <FirmFacts content={company} />
      <h2>{t('firmMerging.moves')}</h2>
      <Facts facts={(['technologies', 'people', 'contacts', 'approaches'] as const).map((what) => [t(`firmMerging.${what}`), t('firmMerging.n', { n: moves[what] })] as const)} />
      {names.length > 0 && <p>{t('firmMerging.names', { names: names.join('、') })}</p>}
      {moves.draft && <p>{t('firmMerging.draft')}</p>}
      <p>{t('firmMerging.redirect')}</p>
      <input type="hidden" name="into" value={company.id} />
      <p className={styles.acts}>
        <Button tone="harm">{t('merging.send')}</Button>
        <a href="?">{t('merging.other')}</a>
      </p>
    </form>
  )
}
