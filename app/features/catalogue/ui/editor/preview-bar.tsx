import { useTranslation } from 'react-i18next'
import { htmlLang, locales } from '#app/platform/locale.ts'
import { LinkButton } from '#app/ui/button.tsx'
import styles from './editor.module.css'

/** Above a page that only its firm sees: what it is, the other language, and the way on. */
export function PreviewBar({ own, back, next }: { own: string; back: string; next: { href: string; label: string } | null }) {
  const { t, i18n } = useTranslation('editor')
  return (
    <aside className={styles.preview} aria-label={t('preview.label')}>
      <p>
        <strong>{t('preview.label')}</strong> {t('preview.text')}
      </p>
      <nav className={styles.buttons} aria-label={t('preview.languages')}>
        {locales.map((language) => (
          <a key={language} className={styles.tab} href={`/${language}${own}`} hrefLang={htmlLang[language]} aria-current={language === i18n.language ? 'page' : undefined}>
            {t(`languages.${language}`)}
          </a>
        ))}
        <LinkButton tone="quiet" size="small" href={back}>
          {t('preview.back')}
        </LinkButton>
        {next && (
          <LinkButton size="small" href={next.href}>
            {next.label}
          </LinkButton>
        )}
      </nav>
    </aside>
  )
}
