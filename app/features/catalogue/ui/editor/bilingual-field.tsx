import { useTranslation } from 'react-i18next'
import type { ListingContent } from '#db/schema/catalogue.ts'
import { htmlLang, i18nOf, locales, type Locale } from '#app/platform/locale.ts'
import { TextArea, TextField, type Kept } from '#app/ui/field.tsx'
import { lengthOf } from '../../limits.ts'
import { cleaned, one } from '../../revising/listing-rows.ts'
import styles from './editor.module.css'

export type State = 'missing' | 'machine' | 'human' | 'stale'

export const stateOf = (content: ListingContent, member: string, language: Locale): State => {
  const text = (content as unknown as Record<string, Record<Locale, string | null>>)[member]?.[language]
  return text ? (content.translations[member]?.[language] ?? 'human') : 'missing'
}

/** What a field's message key says; `code:detail`, as the form's reader wrote it. */
export function useSay() {
  const { t } = useTranslation('editor')
  return (key: string) => {
    const [code = '', ...detail] = key.split(':')
    return t([`errors.${code}` as 'errors.invalid', 'errors.invalid'], { detail: detail.join(':') })
  }
}

/** How long a text is and may be; kept up to date by the editor's script. */
export function Count({ name, kept, most }: { name: string; kept: Kept; most: number }) {
  const n = lengthOf(cleaned(one(kept.typed, name)))
  return (
    <span className={styles.count} id={`${name}-count`} data-most={most} data-over={n > most || undefined}>
      {n} / {most}
    </span>
  )
}

interface BilingualProps {
  name: string
  most: number
  kept: Kept
  /** lines of the text field; one line when left out */
  rows?: number
  /** key of the examples, each in its own language */
  example?: string
  /** of texts that have a translation state */
  states?: Record<Locale, State>
}

/** A text in both languages, side by side where there is room. */
export function BilingualField({ name, most, kept, rows, example, states }: BilingualProps) {
  const { t } = useTranslation('editor')
  const say = useSay()
  const Input = rows ? TextArea : TextField
  return (
    <div className={styles.pair}>
      {locales.map((language) => {
        const field = `${name}.${language}`
        const state = states?.[language]
        const sample = example && i18nOf[language].t(`editor:examples.${example}` as 'editor:examples.name', { defaultValue: '' })
        const label = (
          <>
            {t(`languages.${language}`)}
            {state && <span className={`${styles.state} ${styles[state]}`}>{t(`states.${state}`)}</span>}
          </>
        )
        return (
          <div key={language} className={styles.side}>
            <Input name={field} label={label} lang={htmlLang[language]} {...(rows ? { rows } : {})} kept={kept} say={say} hint={sample && <span lang={htmlLang[language]}>{i18nOf[language].t('editor:example', { text: sample })}</span>} />
            <p className={styles.below}>
              {(state === 'stale' || state === 'machine') && (
                <label className={styles.right}>
                  <input type="checkbox" name="right" value={field} /> <span>{t(`right.${state}`)}</span>
                </label>
              )}
              <Count name={field} kept={kept} most={most} />
            </p>
          </div>
        )
      })}
    </div>
  )
}
