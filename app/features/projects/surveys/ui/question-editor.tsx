import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { optionLists, questionKinds, type Both, type Question } from '#db/schema/surveys.ts'
import type { Locale } from '#app/platform/locale.ts'
import { Choices, Select, TextArea, TextField, Tick, type Kept } from '#app/ui/field.tsx'
import styles from './surveys.module.css'

interface Shown {
  question: Question | null
  edition: number
  section: string
  sections: { value: string; title: Both }[]
  /** questions that another one's showing can hang on */
  conditions: { code: string; text: Both }[]
  kept?: Kept | undefined
}

/** What only some kinds of question have; open where it has something to say. */
const Part = ({ title, open, children }: { title: string; open: boolean; children: ReactNode }) => (
  <details className={styles.kindOnly} open={open}>
    <summary>{title}</summary>
    {children}
  </details>
)

/** All that a question can be; what its kind has no use for is passed over. */
export function QuestionEditor({ question, edition, section, sections, conditions, kept }: Shown) {
  const { t, i18n } = useTranslation('surveys')
  const locale = i18n.language as Locale
  const kind = kept ? [kept.typed.kind].flat()[0] : question?.kind
  const at = (field: string) => Boolean(kept?.errors[field])
  return (
    <>
      <input type="hidden" name="edition" value={edition} />
      <div className={styles.pair}>
        <Select name="section" label={t('editor.section')} kept={kept} defaultValue={section} options={sections.map(({ value, title }) => ({ value, label: title[locale] }))} />
        <TextField name="code" label={t('editor.code')} hint={t('editor.codeHint')} required kept={kept} defaultValue={question?.code} />
        <TextField name="textJa" label={t('editor.textJa')} required kept={kept} defaultValue={question?.text.ja} />
        <TextField name="textZh" label={t('editor.textZh')} required kept={kept} defaultValue={question?.text.zh} />
        <TextField name="hintJa" label={t('editor.hintJa')} kept={kept} defaultValue={question?.hint?.ja} />
        <TextField name="hintZh" label={t('editor.hintZh')} kept={kept} defaultValue={question?.hint?.zh} />
      </div>
      <Choices name="kind" label={t('editor.type')} required kept={kept} chosen={kind ?? ''} options={questionKinds.map((value) => ({ value, label: t(`questionKinds.${value}`) }))} />
      <Tick name="required" label={t('editor.required')} kept={kept ?? { errors: {}, typed: question?.required ? { required: 'on' } : {} }} />
      <Part title={t('editor.parts.options')} open={kind === 'single' || kind === 'several' || at('options')}>
        <Select name="list" label={t('editor.list')} kept={kept} defaultValue={question?.list ?? ''} empty={t('editor.ownOptions')} options={optionLists.map((value) => ({ value, label: t(`listNames.${value}`) }))} />
        <TextArea name="options" label={t('editor.options')} hint={t('editor.optionsHint')} kept={kept} rows={6} defaultValue={question?.list ? '' : question?.options?.map((one) => `${one.code} | ${one.ja} | ${one.zh}`).join('\n')} />
      </Part>
      <Part title={t('editor.parts.number')} open={kind === 'number' || at('unitJa')}>
        <div className={styles.pair}>
          <TextField name="unitJa" label={t('editor.unitJa')} kept={kept} defaultValue={question?.unit?.ja} />
          <TextField name="unitZh" label={t('editor.unitZh')} kept={kept} defaultValue={question?.unit?.zh} />
        </div>
      </Part>
      <Part title={t('editor.parts.scale')} open={kind === 'scale' || at('most')}>
        <TextField name="most" label={t('editor.most')} inputMode="numeric" kept={kept} defaultValue={question?.scale?.most ?? 5} />
        <div className={styles.pair}>
          <TextField name="lowJa" label={t('editor.lowJa')} kept={kept} defaultValue={question?.scale?.low.ja} />
          <TextField name="lowZh" label={t('editor.lowZh')} kept={kept} defaultValue={question?.scale?.low.zh} />
          <TextField name="highJa" label={t('editor.highJa')} kept={kept} defaultValue={question?.scale?.high.ja} />
          <TextField name="highZh" label={t('editor.highZh')} kept={kept} defaultValue={question?.scale?.high.zh} />
        </div>
      </Part>
      <Part title={t('editor.when')} open={Boolean(question?.when) || Boolean(kept?.typed.whenQuestion)}>
        <Select name="whenQuestion" label={t('editor.whenQuestion')} kept={kept} defaultValue={question?.when?.question ?? ''} empty={t('editor.whenAlways')} options={conditions.map(({ code, text }) => ({ value: code, label: `${code}：${text[locale]}` }))} />
        <Choices name="whenOp" label={t('editor.whenOp')} kept={kept} chosen={question?.when?.op ?? 'is'} options={(['is', 'has'] as const).map((value) => ({ value, label: t(`editor.ops.${value}`) }))} />
        <TextField name="whenCodes" label={t('editor.whenCodes')} hint={t('editor.whenHint')} kept={kept} defaultValue={question?.when?.codes.join(' ')} />
      </Part>
    </>
  )
}
