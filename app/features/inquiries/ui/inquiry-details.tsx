import { useTranslation } from 'react-i18next'
import { Choices, Select, TextArea, TextField, type Kept } from '#app/ui/field.tsx'
import { budgets, cooperations, organisationKinds, regions, sizes, timings } from '../choices.ts'
import styles from './asking-form.module.css'

const FOLDED = ['behalf', 'customerKind', 'customerRegion', 'customerSize', 'region', 'size', 'site', 'process', 'presentData', 'goal', 'budget', 'timing', 'cooperation']

/** What helps a firm to answer but nobody has to give; open when something in it was typed or refused. */
export function InquiryDetails({ kept }: { kept: Kept | null }) {
  const { t } = useTranslation(['inquiries', 'catalogue'])
  const touched = kept && FOLDED.some((name) => kept.errors[name] || (kept.typed[name] && kept.typed[name] !== 'own'))
  const empty = t('form.unanswered')
  const places = regions.map((code) => ({ value: code, label: t(`catalogue:regions.${code}`) }))
  const bands = sizes.map((code) => ({ value: code, label: t(`catalogue:sizes.${code}`) }))
  return (
    <details className={styles.more} open={touched || undefined}>
      <summary>{t('form.more')}</summary>
      <div className={styles.inside}>
        <Select name="region" label={t('form.region')} empty={empty} kept={kept} options={places} />
        <Select name="size" label={t('form.size')} empty={empty} kept={kept} options={bands} />
        <TextField name="site" label={t('form.site')} maxLength={200} kept={kept} />
        <TextArea name="process" label={t('form.process')} rows={3} maxLength={1000} kept={kept} />
        <TextArea name="presentData" label={t('form.presentData')} rows={3} maxLength={1000} kept={kept} />
        <TextArea name="goal" label={t('form.goal')} rows={3} maxLength={1000} kept={kept} />
        <Select name="budget" label={t('form.budget')} empty={empty} kept={kept} options={budgets.map((code) => ({ value: code, label: t(`budget.${code}`) }))} />
        <Select name="timing" label={t('form.timing')} empty={empty} kept={kept} options={timings.map((code) => ({ value: code, label: t(`timing.${code}`) }))} />
        <Select name="cooperation" label={t('form.cooperation')} empty={empty} kept={kept} options={cooperations.map((code) => ({ value: code, label: t(`catalogue:modes.${code}`) }))} />
        <Choices name="behalf" label={t('form.behalf')} kept={kept} chosen="own" options={[{ value: 'own', label: t('form.own') }, { value: 'customer', label: t('form.customer') }]} />
        <Select name="customerKind" label={t('form.customerKind')} empty={empty} kept={kept} options={organisationKinds.map((kind) => ({ value: kind, label: t(`organisationKind.${kind}`) }))} />
        <Select name="customerRegion" label={t('form.customerRegion')} empty={empty} kept={kept} options={places} />
        <Select name="customerSize" label={t('form.customerSize')} empty={empty} kept={kept} options={bands} />
      </div>
    </details>
  )
}
