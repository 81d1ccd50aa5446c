import { useTranslation } from 'react-i18next'
import { projectStatuses } from '#db/schema/projects.ts'
import type { RoundRule } from '#db/schema/surveys.ts'
import type { Locale } from '#app/platform/locale.ts'
import { Choices, Select, TextArea, TextField, Tick, type Kept } from '#app/ui/field.tsx'
import type { Field } from '../../../catalogue/naming.ts'

interface Given {
  kind: 'follow-up' | 'event'
  versionId: string
  nameJa: string
  nameZh: string
  year: number
  slug: string | null
  closesOn: string
  grace: number
  remindOn: string[]
  rule: RoundRule
  edition: number
}

/** The form of a round or of an event's questionnaire; a round under way shows only what may still change. */
export function RoundFields({ given, versions, fields, kept, draft }: { given: Given; versions: { id: string; version: number; ja: string; zh: string }[]; fields: Field[]; kept?: Kept | undefined; draft: boolean }) {
  const { t, i18n } = useTranslation(['surveys', 'projects'])
  const locale = i18n.language as Locale
  const { rule, kind } = given
  const ticked = kept ?? { errors: {}, typed: rule.promising ? { promising: 'on' } : {} }
  return (
    <>
      <input type="hidden" name="edition" value={given.edition} />
      <input type="hidden" name="kind" value={kind} />
      <TextField name="nameJa" label={t('roundForm.nameJa')} required kept={kept} defaultValue={given.nameJa} lang="ja" />
      <TextField name="nameZh" label={t('roundForm.nameZh')} required kept={kept} defaultValue={given.nameZh} lang="zh-Hans" />
      {draft ? (
        <>
          <Select name="versionId" label={t('roundForm.version')} required kept={kept} defaultValue={given.versionId} options={versions.map((one) => ({ value: one.id, label: `${one[locale]} ${t('desk.version', { n: one.version })}` }))} />
          <TextField name="year" label={t('roundForm.year')} required kept={kept} inputMode="numeric" defaultValue={given.year} />
        </>
      ) : (
        <>
          <input type="hidden" name="versionId" value={given.versionId} />
          <input type="hidden" name="year" value={given.year} />
        </>
      )}
      {kind === 'event' && (draft ? <TextField name="slug" label={t('roundForm.slug')} hint={t('roundForm.slugHint')} required kept={kept} defaultValue={given.slug ?? ''} /> : <input type="hidden" name="slug" value={given.slug ?? ''} />)}
      <TextField name="closesOn" type="date" label={t('roundForm.closesOn')} required kept={kept} defaultValue={given.closesOn} />
      <TextField name="grace" label={t('roundForm.grace')} kept={kept} inputMode="numeric" defaultValue={given.grace} />
      {kind === 'follow-up' && <TextField name="remindOn" label={t('roundForm.remindOn')} hint={t('roundForm.remindHint')} kept={kept} defaultValue={given.remindOn.join(' ')} />}
      {kind === 'follow-up' && draft && (
        <>
          <h2>{t('roundForm.rule')}</h2>
          <p>{t('roundForm.ruleHint')}</p>
          <TextField name="forumFrom" label={t('roundForm.forumFrom')} kept={kept} inputMode="numeric" defaultValue={rule.forumFrom} />
          <TextField name="forumTo" label={t('roundForm.forumTo')} kept={kept} inputMode="numeric" defaultValue={rule.forumTo} />
          <Choices name="statuses" several label={t('roundForm.statuses')} kept={kept} chosen={rule.statuses} options={projectStatuses.map((value) => ({ value, label: t(`projects:statuses.${value}`) }))} />
          <Choices name="fields" several label={t('roundForm.fields')} kept={kept} chosen={rule.fields} options={fields.filter(({ parentId }) => !parentId).map((field) => ({ value: field.id, label: field[locale] }))} />
          <Tick name="promising" label={t('roundForm.promising')} kept={ticked} />
          <TextArea name="picked" label={t('roundForm.picked')} hint={t('roundForm.pickedHint')} kept={kept} defaultValue={rule.picked.join('\n')} />
        </>
      )}
    </>
  )
}
