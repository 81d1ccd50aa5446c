import { useTranslation } from 'react-i18next'
import type { Locale } from '#app/platform/locale.ts'
import type { Kept } from '#app/ui/field.tsx'
import ui from '#app/ui/field.module.css'
import { limits } from '../../limits.ts'
import type { Field } from '../../naming.ts'
import { useSay } from './bilingual-field.tsx'
import styles from './editor.module.css'

/** One to four fields of the taxonomy, each from the whole of it. */
export function FieldSelects({ fields, kept }: { fields: Field[]; kept: Kept }) {
  const { t, i18n } = useTranslation('editor')
  const say = useSay()
  const locale = i18n.language as Locale
  const chosen = [kept.typed.fields ?? []].flat().filter(Boolean)
  const error = kept.errors.fields?.[0]
  const parents = fields.filter((field) => field.parentId === null)
  return (
    <div className={styles.short}>
      {Array.from({ length: limits.fields }, (_, at) => (
        <div key={at} className={ui.field}>
          <label className={ui.label} htmlFor={`fields-${at}`}>
            {t('fieldNumber', { n: at + 1 })}
          </label>
          <select id={`fields-${at}`} name="fields" className={ui.input} defaultValue={chosen[at] ?? ''} aria-invalid={error && at === 0 ? true : undefined} aria-describedby={error ? 'fields-error' : undefined}>
            <option value="">{t(at === 0 ? 'choose' : 'unsaid')}</option>
            {parents.map((parent) => (
              <optgroup key={parent.id} label={parent[locale]}>
                <option value={parent.id}>{t('wholeField', { name: parent[locale] })}</option>
                {fields.filter((field) => field.parentId === parent.id).map((field) => (
                  <option key={field.id} value={field.id}>
                    {field[locale]}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </div>
      ))}
      {error && (
        <p className={styles.wrong} id="fields-error">
          {say(error)}
        </p>
      )}
    </div>
  )
}
