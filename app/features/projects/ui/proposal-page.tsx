import { useTranslation } from 'react-i18next'
import { formatDate, type Locale } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Choices, Seal, Select, TextArea, TextField, Tick, Trap, type Kept } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { named, type Field } from '../../catalogue/naming.ts'
import { chineseRegions } from '../../catalogue/territories.ts'
import type { OpenCall } from '../candidates/rounds.server.ts'
import styles from './proposal.module.css'

interface ProposalPageProps {
  calls: OpenCall[]
  fields: Field[]
  seal: { _shown: string; _key: string }
  kept: Kept | null
  refused: 'stale' | 'tooOften' | 'closed' | null
}

/** The call for projects and the form that answers it. */
export function ProposalPage({ calls, fields, seal, kept, refused }: ProposalPageProps) {
  const { t, i18n } = useTranslation(['projects', 'catalogue', 'site'])
  const locale = i18n.language as Locale
  const name = (call: OpenCall) => named({ ja: call.nameJa, zh: call.nameZh }, locale).text
  return (
    <Sheet title={t('proposal.heading')} lead={t('proposal.lead')} back={{ href: `/${locale}/projects`, label: t('back') }}>
      {refused && (
        <Notice tone="waiting" role="alert">
          <p>{t(`proposal.${refused}`)}</p>
        </Notice>
      )}
      {kept && Object.keys(kept.errors).length > 0 && (
        <Notice tone="harm" role="alert">
          <p>{t('site:form.errorsAbove')}</p>
        </Notice>
      )}
      {calls.map((call) => (
        <section key={call.forum} className={styles.call}>
          <h2>{name(call)}</h2>
          <p className={styles.until}>{t('proposal.until', { date: formatDate(call.closesOn, locale) })}</p>
          <p className={styles.words}>{named({ ja: call.textJa, zh: call.textZh }, locale).text}</p>
        </section>
      ))}
      <form method="post" noValidate>
        <Seal seal={seal} />
        <Trap name="homepage" />
        {calls.length === 1 ? (
          <input type="hidden" name="forum" value={calls[0]!.forum} />
        ) : (
          <Select name="forum" label={t('forum')} required empty={t('proposal.choose')} options={calls.map((call) => ({ value: String(call.forum), label: name(call) }))} kept={kept} />
        )}
        <TextArea name="titleJa" label={t('proposal.titleJa')} hint={t('proposal.titleHint')} rows={2} maxLength={300} lang="ja" kept={kept} />
        <TextArea name="titleZh" label={t('proposal.titleZh')} rows={2} maxLength={300} lang="zh-Hans" kept={kept} />
        <TextArea name="summary" label={t('proposal.summary')} hint={t('proposal.summaryHint')} required rows={5} maxLength={2000} kept={kept} />
        <TextField name="organisation" label={t('proposal.organisation')} required maxLength={200} autoComplete="organization" kept={kept} />
        <Choices name="side" label={t('proposal.side')} required options={(['japan', 'china'] as const).map((value) => ({ value, label: t(`sides.${value}`) }))} kept={kept} />
        <TextArea name="partners" label={t('proposal.partners')} hint={t('proposal.partnersHint')} required rows={3} maxLength={2000} kept={kept} />
        <Select name="fields" label={t('fields')} empty={t('proposal.undecided')} options={fields.filter(({ parentId }) => parentId === null).map((field) => ({ value: field.id, label: field[locale] }))} kept={kept} />
        <Select name="region" label={t('proposal.region')} empty={t('proposal.undecided')} options={chineseRegions.map((value) => ({ value, label: t(`catalogue:regions.${value}`) }))} kept={kept} />
        <h2>{t('proposal.contact')}</h2>
        <p>{t('proposal.contactLead')}</p>
        <TextField name="person" label={t('proposal.person')} required maxLength={60} autoComplete="name" kept={kept} />
        <TextField name="email" type="email" label={t('proposal.email')} hint={t('proposal.oneOf')} autoComplete="email" kept={kept} />
        <TextField name="phone" type="tel" label={t('proposal.phone')} autoComplete="tel" kept={kept} />
        <TextField name="wechat" label={t('proposal.wechat')} maxLength={60} kept={kept} />
        <section className={styles.call}>
          <h2>{t('proposal.notice.title')}</h2>
          <p className={styles.words}>{t('proposal.notice.text')}</p>
          <Tick name="processing" label={t('proposal.notice.processing')} kept={kept} />
          <Tick name="transfer" label={t('proposal.notice.transfer')} kept={kept} />
        </section>
        <Button wide>{t('proposal.send')}</Button>
      </form>
    </Sheet>
  )
}
