import { useTranslation } from 'react-i18next'
import { amountBands, outcomeKinds } from '#db/schema/projects.ts'
import type { Locale } from '#app/platform/locale.ts'
import { Choices, Select, TextField, Tick, type Kept } from '#app/ui/field.tsx'
import { named } from '../../../catalogue/naming.ts'
import type { Name } from '../../parties.ts'
import styles from './desk.module.css'

/** What came of it, and the four questions that European networks count. */
export function OutcomeFields({ parties, kept }: { parties: { id: string; name: Name }[]; kept: Kept | undefined }) {
  const { t, i18n } = useTranslation(['projectdesk', 'projects'])
  const locale = i18n.language as Locale
  return (
    <>
      <Choices name="kinds" several label={t('outcome.kinds')} options={outcomeKinds.map((value) => ({ value, label: t(`projects:outcomeKinds.${value}`) }))} kept={kept} />
      <div className={styles.pair}>
        <Select name="amount" label={t('outcome.amount')} empty={t('outcome.unsaid')} options={amountBands.map((value) => ({ value, label: t(`projects:amounts.${value}`) }))} kept={kept} />
        <Select name="party" label={t('outcome.party')} empty={t('outcome.unsaid')} options={parties.map(({ id, name }) => ({ value: id, label: named(name, locale).text }))} kept={kept} />
        <TextField name="energySaved" inputMode="numeric" label={t('outcome.energySaved')} kept={kept} />
        <TextField name="co2Saved" inputMode="numeric" label={t('outcome.co2Saved')} kept={kept} />
      </div>
      <Tick name="verified" label={t('outcome.verified')} kept={kept} />
      <div className={styles.pair}>
        <TextField name="turnover" label={t('outcome.turnover')} maxLength={200} kept={kept} />
        <TextField name="marketShare" label={t('outcome.marketShare')} maxLength={200} kept={kept} />
        <TextField name="jobs" inputMode="numeric" label={t('outcome.jobs')} kept={kept} />
        <TextField name="newProducts" inputMode="numeric" label={t('outcome.newProducts')} kept={kept} />
      </div>
    </>
  )
}
