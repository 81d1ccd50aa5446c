import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Choices, Seal, Select, TextArea, TextField, Tick, Trap, type Kept } from '#app/ui/field.tsx'
import { useWeChat } from '#app/ui/wechat.tsx'
import { channels, organisationKinds, type Kind } from '../choices.ts'
import { EngineersQuestions, InquiryDetails } from './inquiry-details.tsx'
import { PurposeBox } from './purpose-box.tsx'
import type { TechnologyName } from './technology-names.tsx'
import styles from './asking-form.module.css'

export interface AskingFormProps {
  technologies: readonly TechnologyName[]
  kinds: readonly Kind[]
  /** a problem without a chosen technology: the questions of engineers stand open */
  need: boolean
  /** words to begin with */
  brought: string
  seal: { _shown: string; _key: string }
  kept: Kept | null
}

/** The buyer's form: a message, who asks, one way to answer; everything else is folded away. */
export function AskingForm({ technologies, kinds, need, brought, seal, kept }: AskingFormProps) {
  const { t } = useTranslation(['inquiries', 'needs', 'site'])
  const weChat = useWeChat()
  return (
    <form method="post" noValidate>
      <Seal seal={seal} />
      <Trap name="homepage" />
      {technologies.map(({ slug }) => (
        <input key={slug} type="hidden" name="technology" value={slug} />
      ))}
      {kinds.length > 1 ? (
        <Choices name="kind" label={t('form.kind')} required kept={kept} chosen={kinds[0]} options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))} />
      ) : (
        <input type="hidden" name="kind" value={kinds[0]} />
      )}
      <TextArea name="message" label={t(need ? 'needs:form.message' : 'form.message')} hint={t(need ? 'needs:form.messageHint' : 'form.messageHint')} required rows={6} maxLength={4000} defaultValue={brought} kept={kept} />
      {need && <EngineersQuestions kept={kept} />}
      <TextField name="organisation" label={t('form.organisation')} required maxLength={120} autoComplete="organization" kept={kept} />
      <Select name="organisationKind" label={t('form.organisationKind')} required empty={t('site:form.choose')} kept={kept} options={organisationKinds.map((kind) => ({ value: kind, label: t(`organisationKind.${kind}`) }))} />
      <TextField name="person" label={t('form.person')} required maxLength={60} autoComplete="name" kept={kept} />
      <Choices name="channel" label={t('form.channel')} hint={t('form.channelHint')} required kept={kept} options={channels.map((channel) => ({ value: channel, label: t(`channel.${channel}`) }))} />
      <TextField name="address" label={t('form.address')} hint={t('form.addressHint')} required maxLength={254} autoCapitalize="off" autoCorrect="off" spellCheck={false} kept={kept} />
      <InquiryDetails kept={kept} without={need} />
      <Tick name="nameToFirm" label={t('form.nameToFirm')} kept={kept} />
      <PurposeBox />
      <Tick name="processing" label={t('notice.agree.processing')} kept={kept} />
      <Tick name="transfer" label={t('notice.agree.transfer')} kept={kept} />
      <Button wide>{t('form.send')}</Button>
      {weChat && <p className={styles.tip}>{t('form.wechatTip')}</p>}
    </form>
  )
}
