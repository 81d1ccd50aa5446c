import { useTranslation } from 'react-i18next'
import { htmlLang, isLocale } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Select, TextArea } from '#app/ui/field.tsx'
import { Written } from '#app/ui/written.tsx'
import type { Offered } from '../conversation/templates.server.ts'
import type { ActRefused } from '../desk-act.server.ts'
import { LeakReport } from './leak-report.tsx'
import styles from './outgoing-text.module.css'

interface OutgoingTextProps {
  name: string
  label: string
  hint?: string
  rows?: number
  required?: boolean
  defaultValue?: string
  templates: readonly Offered[]
  refused: ActRefused | undefined
}

/** Words of the desk to one of the sides: ready texts above, what the leak check found below. */
export function OutgoingText({ templates, refused, ...area }: OutgoingTextProps) {
  const kept = refused?.kept
  return (
    <>
      {templates.length > 0 && <Templates templates={templates} refused={refused} />}
      <TextArea {...area} maxLength={4000} kept={kept} />
      {refused?.found && <LeakReport found={refused.found} kept={kept} />}
    </>
  )
}

function Templates({ templates, refused }: Pick<OutgoingTextProps, 'templates' | 'refused'>) {
  const { t } = useTranslation('conversation')
  const options = templates.map(({ id, locale, title }) => {
    const language = isLocale(locale) ? locale : 'ja'
    return { value: id, label: title, group: t(`languages.${language}`), lang: htmlLang[language] }
  })
  return (
    <div className={styles.ready}>
      {/* Enter in a field above shall send, not put in: the first button of a form is the one that Enter presses. */}
      <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      <Select name="template" label={t('insert.label')} empty={t('insert.none')} options={options} kept={refused?.kept} />
      <Button tone="quiet" name="insert" value="on">
        {t('insert.send')}
      </Button>
    </div>
  )
}

/** A message and the desk's reading of it, side by side where there is room. */
export function SideBySide({ original, lang, translation }: { original: string; lang?: string | null; translation: string | null }) {
  const { t } = useTranslation('conversation')
  return (
    <div className={translation ? styles.pair : undefined}>
      <figure className={styles.words}>
        <figcaption>{t('original')}</figcaption>
        <blockquote lang={isLocale(lang) ? htmlLang[lang] : undefined}>{isLocale(lang) ? original : <Written text={original} />}</blockquote>
      </figure>
      {translation && (
        <figure className={styles.words}>
          <figcaption>{t('translation.title')}</figcaption>
          <blockquote><Written text={translation} /></blockquote>
        </figure>
      )}
    </div>
  )
}
