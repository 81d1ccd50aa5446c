import { useTranslation } from 'react-i18next'
import type { Bilingual } from '#db/schema/catalogue.ts'
import { htmlLang, pick, type Locale } from '#app/platform/locale.ts'
import styles from './text.module.css'

/** A bilingual text in the reader's language; where only the other exists, that one, marked as such. */
export function Text({ text }: { text: Bilingual }) {
  const locale = useTranslation().i18n.language as Locale
  const shown = pick(text, locale)
  if (!shown) return null
  return shown.lang === locale ? <>{shown.text}</> : <span lang={htmlLang[shown.lang]}>{shown.text}</span>
}

const FOLDED = 260

/** A section of running text; a long one shows its beginning and unfolds the rest without scripts. */
export function Prose({ title, text, fold, small }: { title: string; text: Bilingual; fold?: boolean; small?: boolean }) {
  const { t, i18n } = useTranslation('catalogue')
  const locale = i18n.language as Locale
  const shown = pick(text, locale)
  if (!shown) return null
  const paragraphs = shown.text.split(/\n{2,}/)
  const head: string[] = []
  const rest = [...paragraphs]
  for (let length = 0; rest.length > 0 && (head.length === 0 || length + rest[0]!.length <= FOLDED); ) {
    length += rest[0]!.length
    head.push(rest.shift()!)
  }
  const Heading = small ? 'h3' : 'h2'
  const lang = shown.lang === locale ? undefined : htmlLang[shown.lang]
  return (
    <section className={styles.prose}>
      <Heading>{title}</Heading>
      {lang && <p className={styles.other}>{t('show.onlyOther')}</p>}
      <div lang={lang}>
        {(fold ? head : paragraphs).map((paragraph, at) => (
          <p key={at}>{paragraph}</p>
        ))}
      </div>
      {fold && rest.length > 0 && (
        <details>
          <summary>{t('show.more')}</summary>
          <div lang={lang}>
            {rest.map((paragraph, at) => (
              <p key={at}>{paragraph}</p>
            ))}
          </div>
        </details>
      )}
    </section>
  )
}
