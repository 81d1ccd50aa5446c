import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Choices, Select, TextArea, TextField, Tick, type Kept } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { attemptChannels, channels, kinds, organisationKinds, spokenOrigins } from '../choices.ts'
import { InquiryDetails } from './inquiry-details.tsx'
import { nameFor, useReading } from './reading.ts'
import type { TechnologyName } from './technology-names.tsx'
import styles from './task-page.module.css'

interface RegistrationPageProps {
  q: string
  /** in the address already */
  chosen: readonly TechnologyName[]
  found: readonly TechnologyName[]
  /** one per showing: sent twice it is one inquiry */
  formKey: string
  today: string
  refused: { kept: Kept; refused: 'too-many-open' | null } | null
}

/** The office takes an inquiry down for somebody who called, stood at a fair or wrote on WeChat. */
export function RegistrationPage({ q, chosen, found, formKey, today, refused }: RegistrationPageProps) {
  const { t } = useTranslation(['casework', 'inquiries', 'desk', 'site'])
  const locale = useReading()
  const kept = refused?.kept ?? null
  const faulty = kept && Object.keys(kept.errors).length > 0
  return (
    <Sheet title={t('register.title')} lead={t('register.lead')} back={{ href: `/${locale}/desk/inquiries` }}>
      {refused?.refused && (
        <Notice tone="waiting" role="alert">
          <p>{t(`inquiries:refused.${refused.refused}`)}</p>
        </Notice>
      )}
      {faulty && (
        <Notice tone="harm" role="alert">
          <p>{t('site:form.errorsAbove')}</p>
        </Notice>
      )}
      <TechnologySearch q={q} chosen={chosen} found={found} />
      <form method="post" noValidate>
        <input type="hidden" name="_key" value={formKey} />
        {(chosen.length > 0 || found.length > 0) && (
          <Choices name="technology" several label={t('register.technologies')} kept={kept} chosen={chosen.map(({ slug }) => slug)} options={[...chosen, ...found].map((one) => ({ value: one.slug, label: `${nameFor(one.name, locale)} (${nameFor(one.company.name, locale)})` }))} />
        )}
        <Choices name="origin" label={t('register.origin')} required kept={kept} options={spokenOrigins.map((one) => ({ value: one, label: t(`desk:inquiries.case.origins.${one}`) }))} />
        <Choices name="language" label={t('register.language')} required chosen="zh" kept={kept} options={(['zh', 'ja'] as const).map((one) => ({ value: one, label: t(`desk:inquiries.case.langs.${one}`) }))} />
        <Choices name="kind" label={t('inquiries:form.kind')} required kept={kept} chosen={chosen.length > 0 ? 'information' : 'need'} options={kinds.map((kind) => ({ value: kind, label: t(`inquiries:kind.${kind}`) }))} />
        <TextArea name="message" label={t('inquiries:form.message')} required rows={6} maxLength={4000} kept={kept} />
        <TextField name="organisation" label={t('register.organisation')} required maxLength={120} autoComplete="off" kept={kept} />
        <Select name="organisationKind" label={t('inquiries:form.organisationKind')} required empty={t('site:form.choose')} kept={kept} options={organisationKinds.map((kind) => ({ value: kind, label: t(`inquiries:organisationKind.${kind}`) }))} />
        <TextField name="person" label={t('register.person')} required maxLength={60} autoComplete="off" kept={kept} />
        <Choices name="channel" label={t('inquiries:form.channel')} required kept={kept} options={channels.map((one) => ({ value: one, label: t(`inquiries:channel.${one}`) }))} />
        <TextField name="address" label={t('register.address')} required maxLength={254} autoComplete="off" kept={kept} />
        <InquiryDetails kept={kept} />
        <Tick name="nameToFirm" label={t('inquiries:form.nameToFirm')} kept={kept} />
        <Choices name="how" label={t('register.how')} required kept={kept} options={attemptChannels.map((one) => ({ value: one, label: t(`attempt.${one}`) }))} />
        <TextField name="when" type="date" label={t('register.when')} required defaultValue={today} max={today} kept={kept} />
        <Tick name="processing" label={t('register.processing')} kept={kept} />
        <Tick name="transfer" label={t('register.transfer')} kept={kept} />
        <Button wide>{t('register.send')}</Button>
      </form>
    </Sheet>
  )
}

/** Technologies are looked for first; what was chosen stays in the address. */
function TechnologySearch({ q, chosen, found }: Pick<RegistrationPageProps, 'q' | 'chosen' | 'found'>) {
  const { t } = useTranslation('casework')
  return (
    <form method="get" className={styles.found}>
      <p>{t('register.searchFirst')}</p>
      {chosen.map(({ slug }) => (
        <input key={slug} type="hidden" name="technology" value={slug} />
      ))}
      <TextField name="q" type="search" label={t('register.searchLabel')} maxLength={80} defaultValue={q} />
      <Button tone="quiet">{t('register.searchSend')}</Button>
      {q && found.length === 0 && <p>{t('register.searchNone')}</p>}
    </form>
  )
}
