import { useTranslation } from 'react-i18next'
import type { Field } from '#app/features/catalogue/naming.ts'
import type { Locale } from '#app/platform/locale.ts'
import ui from '#app/ui/field.module.css'

const MOST = 4

/** Up to four fields of the taxonomy. */
export function FieldChoice({ fields, chosen }: { fields: readonly Field[]; chosen: readonly string[] }) {
  const { t, i18n } = useTranslation('needs')
  const locale = i18n.language as Locale
  const parents = fields.filter((field) => field.parentId === null)
  return (
    <>
      {Array.from({ length: MOST }, (_, at) => (
        <div key={at} className={ui.field}>
          <label className={ui.label} htmlFor={`fields-${at}`}>
            {t('desk.field', { n: at + 1 })}
          </label>
          <select id={`fields-${at}`} name="fields" className={ui.input} defaultValue={chosen[at] ?? ''}>
            <option value="">{t('desk.unsaid')}</option>
            {parents.map((parent) => (
              <optgroup key={parent.id} label={parent[locale]}>
                <option value={parent.id}>{t('desk.whole', { name: parent[locale] })}</option>
                {fields
                  .filter((field) => field.parentId === parent.id)
                  .map((field) => (
                    <option key={field.id} value={field.id}>
                      {field[locale]}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        </div>
      ))}
    </>
  )
}
