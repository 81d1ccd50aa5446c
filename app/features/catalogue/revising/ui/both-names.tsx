import type { Bilingual } from '#db/schema/catalogue.ts'
import { useTranslation } from 'react-i18next'
import { htmlLang, locales, otherLocale, type Locale } from '#app/platform/locale.ts'
import styles from './review.module.css'

export const useLocale = () => useTranslation().i18n.language as Locale

/** The name in the reader's language, or in the one it has. */
export const nameIn = (name: Bilingual, locale: Locale) => name[locale] ?? name[otherLocale(locale)] ?? '—'

/** A name in both languages, the reader's first. */
export function BothNames({ name, href }: { name: Bilingual; href?: string }) {
  const locale = useLocale()
  const [first, second] = [locale, otherLocale(locale)].filter((language) => name[language])
  const shown = first ?? locales[0]
  const text = <span lang={htmlLang[shown]}>{name[shown] ?? '—'}</span>
  return (
    <>
      {href ? <a href={href}>{text}</a> : text}
      {second && (
        <span className={styles.other} lang={htmlLang[second]}>
          {name[second]}
        </span>
      )}
    </>
  )
}
