import { useTranslation } from 'react-i18next'
import { htmlLang, type Locale } from '#app/platform/locale.ts'
import type { CardView } from '../card-view.ts'
import { mediaPath } from '../files/sizes.ts'
import { markerOf } from '../search/marking.ts'
import { Marked } from './marked.tsx'
import styles from './technology-card.module.css'

/** `lang` only where a text is not in the page's own language. */
export const foreign = (lang: Locale, locale: Locale) => (lang === locale ? undefined : htmlLang[lang])

/** `document`: the excerpt stands in this document of the listing */
export type Excerpts = Record<string, { text: string; lang: Locale; document?: string }>

/** @param words what was searched for, folded; marked where it stands, in whatever writing */
export function TechnologyList({ cards, words = [], excerpts = {} }: { cards: CardView[]; words?: string[]; excerpts?: Excerpts }) {
  const { t, i18n } = useTranslation(['catalogue', 'files'])
  const locale = i18n.language as Locale
  const marker = markerOf(words)
  return (
    <ul className={styles.list}>
      {cards.map((card, at) => {
        const excerpt = excerpts[card.id]
        return (
          <li key={card.id} className={styles.card}>
            <a className={styles.link} href={`/${locale}/technologies/${card.slug}`}>
              <Thumbnail card={card} eager={at < 2} />
              <span className={styles.head}>
                <span className={styles.name} lang={foreign(card.name.lang, locale)}>
                  <Marked text={card.name.text} marker={marker} />
                </span>
                <span className={styles.company} lang={foreign(card.company.lang, locale)}>
                  {card.company.text}
                </span>
              </span>
            </a>
            <p className={styles.summary} lang={foreign(card.summary.lang, locale)}>
              <Marked text={card.summary.text} marker={marker} />
            </p>
            {excerpt && (
              <p className={styles.excerpt} lang={foreign(excerpt.lang, locale)}>
                {excerpt.document && <span className={styles.source}>{t('files:show.excerptIn', { name: excerpt.document })}</span>}
                <Marked text={excerpt.text} marker={marker} />
              </p>
            )}
            <ul className={styles.facts}>
              {card.stage && <li className={styles.stage}>{card.stage}</li>}
              {card.inChina > 0 && <li className={styles.china}>{t('list.installedChina', { n: card.inChina })}</li>}
              {card.fields.map((field) => (
                <li key={field}>{field}</li>
              ))}
            </ul>
          </li>
        )
      })}
    </ul>
  )
}

/** The first photograph, or the drawn picture. Beside the name it says nothing to those who do not see it. */
function Thumbnail({ card, eager }: { card: CardView; eager: boolean }) {
  const about = { alt: '', width: 112, height: 84, loading: eager ? undefined : ('lazy' as const), decoding: 'async' as const }
  if (!card.photo) return <img src={card.picture} {...about} />
  return (
    <picture>
      <source type="image/avif" srcSet={mediaPath(card.photo, 'card', 'avif')} />
      <source type="image/webp" srcSet={mediaPath(card.photo, 'card')} />
      <img src={mediaPath(card.photo, 'card', 'jpg')} {...about} />
    </picture>
  )
}
