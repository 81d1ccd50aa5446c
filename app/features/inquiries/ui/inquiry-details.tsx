import { useTranslation } from 'react-i18next'
import { Choices, Select, TextArea, TextField, type Kept } from '#app/ui/field.tsx'
import { budgets, cooperations, organisationKinds, regions, sizes, timings } from '../choices.ts'
import styles from './asking-form.module.css'

const FOLDED = ['behalf', 'customerKind', 'customerRegion', 'customerSize', 'region', 'size']
const SITUATION = ['site', 'process', 'presentData', 'goal', 'budget', 'timing', 'cooperation']

/**
 * What helps a firm to answer but nobody has to give; open when something in it was typed or refused.
 * @param without the questions about the situation, which stand elsewhere then
 */
export function InquiryDetails({ kept, without = false }: { kept: Kept | null; without?: boolean }) {
  const { t } = useTranslation(['inquiries', 'needs', 'catalogue'])
  const touched = kept && [...FOLDED, ...(without ? [] : SITUATION)].some((name) => kept.errors[name] || (kept.typed[name] && kept.typed[name] !== 'own'))
  const empty = t('form.unanswered')
  const places = regions.map((code) => ({ value: code, label: t(`catalogue:regions.${code}`) }))
  const bands = sizes.map((code) => ({ value: code, label: t(`catalogue:sizes.${code}`) }))
  return (
    <details className={styles.more} open={touched || undefined}>
      <summary>{t(without ? 'needs:form.more' : 'form.more')}</summary>
      <div className={styles.inside}>
        <Select name="region" label={t('form.region')} empty={empty} kept={kept} options={places} />
        <Select name="size" label={t('form.size')} empty={empty} kept={kept} options={bands} />
        {!without && <Situation kept={kept} />}
        <Choices name="behalf" label={t('form.behalf')} kept={kept} chosen="own" options={[{ value: 'own', label: t('form.own') }, { value: 'customer', label: t('form.customer') }]} />
        <Select name="customerKind" label={t('form.customerKind')} empty={empty} kept={kept} options={organisationKinds.map((kind) => ({ value: kind, label: t(`organisationKind.${kind}`) }))} />
        <Select name="customerRegion" label={t('form.customerRegion')} empty={empty} kept={kept} options={places} />
        <Select name="customerSize" label={t('form.customerSize')} empty={empty} kept={kept} options={bands} />
      </div>
    </details>
  )
}

/** The process, its data, the goal, the site, budget and timing, in the order in which an engineer asks; `hints` say what is meant. */
function Situation({ kept, hints = false }: { kept: Kept | null; hints?: boolean }) {
  const { t } = useTranslation(['inquiries', 'needs', 'catalogue'])
  const empty = t('form.unanswered')
  const hint = (name: 'process' | 'presentData' | 'goal' | 'site') => (hints ? t(`needs:form.hints.${name}`) : undefined)
  return (
    <>
      <TextArea name="process" label={t('form.process')} hint={hint('process')} rows={3} maxLength={1000} kept={kept} />
      <TextArea name="presentData" label={t('form.presentData')} hint={hint('presentData')} rows={3} maxLength={1000} kept={kept} />
      <TextArea name="goal" label={t('form.goal')} hint={hint('goal')} rows={3} maxLength={1000} kept={kept} />
      <TextField name="site" label={t('form.site')} hint={hint('site')} maxLength={200} kept={kept} />
      <Select name="budget" label={t('form.budget')} empty={empty} kept={kept} options={budgets.map((code) => ({ value: code, label: t(`budget.${code}`) }))} />
      <Select name="timing" label={t('form.timing')} empty={empty} kept={kept} options={timings.map((code) => ({ value: code, label: t(`timing.${code}`) }))} />
      <Select name="cooperation" label={t('form.cooperation')} empty={empty} kept={kept} options={cooperations.map((code) => ({ value: code, label: t(`catalogue:modes.${code}`) }))} />
    </>
  )
}

/** For a need the same questions are what it is made of: open from the start, none of them has to be answered. */
export function EngineersQuestions({ kept }: { kept: Kept | null }) {
  const { t } = useTranslation('needs')
  return (
    <details className={styles.more} open>
      <summary>{t('form.questions')}</summary>
      <div className={styles.inside}>
        <p className={styles.tip}>{t('form.questionsLead')}</p>
        <Situation kept={kept} hints />
      </div>
    </details>
  )
}
