import { useTranslation } from 'react-i18next'
import type { Locale } from '#app/platform/locale.ts'
import { Select, TextArea, TextField, type Kept } from '#app/ui/field.tsx'
import field from '#app/ui/field.module.css'
import type { Field } from '../../../catalogue/naming.ts'
import { chineseRegions } from '../../../catalogue/territories.ts'
import type { Name } from '../../parties.ts'
import styles from './desk.module.css'

type KeptProp = { kept: Kept | null | undefined }

export function TitleFields({ title, kept }: { title?: Name } & KeptProp) {
  const { t } = useTranslation('projectdesk')
  return (
    <div className={styles.pair}>
      <TextArea name="titleJa" label={t('text.titleJa')} rows={2} maxLength={300} lang="ja" defaultValue={title?.ja ?? ''} kept={kept} />
      <TextArea name="titleZh" label={t('text.titleZh')} rows={2} maxLength={300} lang="zh-Hans" defaultValue={title?.zh ?? ''} kept={kept} />
    </div>
  )
}

/** Bodies line by line, both names in one line. */
export function PartyFields({ japan, china, kept }: { japan?: string; china?: string } & KeptProp) {
  const { t } = useTranslation('projectdesk')
  return (
    <div className={styles.pair}>
      <TextArea name="japan" label={t('text.japan')} hint={t('text.partiesHint')} rows={3} defaultValue={japan} kept={kept} />
      <TextArea name="china" label={t('text.china')} hint={t('text.partiesHint')} rows={3} defaultValue={china} kept={kept} />
    </div>
  )
}

const AT_MOST = 4

export function DetailFields({ fields, details, kept }: { fields: Field[]; details?: { fields: string[]; region: string | null; summary?: Name } } & KeptProp) {
  const { t, i18n } = useTranslation(['projectdesk', 'catalogue'])
  const locale = i18n.language as Locale
  const chosen = kept ? [kept.typed.fields ?? []].flat().filter(Boolean) : (details?.fields ?? [])
  return (
    <>
      <fieldset className={field.field}>
        <legend className={field.label}>{t('text.fields')}</legend>
        <div className={styles.pair}>
          {Array.from({ length: Math.max(AT_MOST, chosen.length) }, (_, at) => (
            <select key={at} name="fields" className={field.input} defaultValue={chosen[at] ?? ''} aria-label={t('text.field', { n: at + 1 })}>
              <option value="">{t('text.noField')}</option>
              {fields
                .filter(({ parentId }) => parentId === null)
                .map((parent) => (
                  <optgroup key={parent.id} label={parent[locale]}>
                    {[parent, ...fields.filter(({ parentId }) => parentId === parent.id)].map((one) => (
                      <option key={one.id} value={one.id}>
                        {one[locale]}
                      </option>
                    ))}
                  </optgroup>
                ))}
            </select>
          ))}
        </div>
      </fieldset>
      <Select name="region" label={t('text.region')} empty={t('text.noRegion')} defaultValue={details?.region ?? ''} options={chineseRegions.map((value) => ({ value, label: t(`catalogue:regions.${value}`) }))} kept={kept} />
      <div className={styles.pair}>
        <TextArea name="summaryJa" label={t('text.summaryJa')} rows={4} maxLength={2000} lang="ja" defaultValue={details?.summary?.ja ?? ''} kept={kept} />
        <TextArea name="summaryZh" label={t('text.summaryZh')} rows={4} maxLength={2000} lang="zh-Hans" defaultValue={details?.summary?.zh ?? ''} kept={kept} />
      </div>
    </>
  )
}

export function EntryFields({ fields, rounds, today, draft, kept }: { fields: Field[]; rounds: { round: number }[]; today: string; draft?: { title: Name; japan: string; china: string; fields: string[]; region: string | null } | null } & KeptProp) {
  const { t } = useTranslation(['projectdesk', 'projects'])
  return (
    <>
      <TitleFields {...(draft ? { title: draft.title } : {})} kept={kept} />
      <PartyFields {...(draft ? { japan: draft.japan, china: draft.china } : {})} kept={kept} />
      <div className={styles.pair}>
        <Select name="state" label={t('entry.state')} hint={t('entry.stateHint')} required empty={t('choose')} options={(['candidate', 'announced'] as const).map((value) => ({ value, label: t(`states.${value}`) }))} kept={kept} />
        <TextField name="announcedOn" type="date" label={t('entry.announcedOn')} hint={t('entry.announcedOnHint')} max={today} kept={kept} />
        <Select name="forum" label={t('entry.forum')} empty={t('entry.noForum')} options={rounds.map(({ round }) => ({ value: String(round), label: t('projects:round', { n: round }) }))} kept={kept} />
        <TextField name="number" label={t('entry.number')} inputMode="numeric" kept={kept} />
      </div>
      <DetailFields fields={fields} {...(draft ? { details: draft } : {})} kept={kept} />
    </>
  )
}
