import { useTranslation } from 'react-i18next'
import { Select, TextArea, TextField, Tick, type Kept } from '#app/ui/field.tsx'
import type { Source } from '../../life/form.ts'
import styles from './desk.module.css'

interface SaidFieldsProps {
  kept: Kept | null | undefined
  today: string
  sources: readonly Source[]
  source?: Source
  /** whether the public may read it: asked, and how it stands at first */
  shown?: boolean
}

/** When, by whom, in which words, for whom: what every line of a project’s life says. */
export function SaidFields({ kept, today, sources, source, shown }: SaidFieldsProps) {
  const { t } = useTranslation(['projectdesk', 'projects'])
  return (
    <>
      <div className={styles.pair}>
        <TextField name="on" type="date" label={t('said.on')} hint={t('said.onHint')} required max={today} defaultValue={today} kept={kept} />
        <Select name="source" label={t('said.source')} hint={t('said.sourceHint')} required {...(source ? { defaultValue: source } : { empty: t('choose') })} options={sources.map((value) => ({ value, label: t(`projects:sources.${value}`) }))} kept={kept} />
      </div>
      <TextField name="sourceText" label={t('said.sourceText')} hint={t('said.sourceTextHint')} maxLength={300} kept={kept} />
      <div className={styles.pair}>
        <TextArea name="ja" label={t('said.ja')} rows={3} maxLength={1000} lang="ja" kept={kept} />
        <TextArea name="zh" label={t('said.zh')} rows={3} maxLength={1000} lang="zh-Hans" kept={kept} />
      </div>
      {shown !== undefined && <Tick name="public" label={t('said.public')} kept={kept ?? { errors: {}, typed: shown ? { public: 'on' } : {} }} />}
    </>
  )
}
