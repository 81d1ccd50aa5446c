import { useTranslation } from 'react-i18next'
import { htmlLang, type Locale } from '#app/platform/locale.ts'
import type { Card } from '../cards.server.ts'
import { named, type Field } from '../naming.ts'
import { markerOf } from '../search/marking.ts'
import { Marked } from './marked.tsx'
import styles from './technology-card.module.css'

export const pictureOf = (card: { id: string; content: { fields: string[] } }) => `/pictures/${card.content.fields[0] ?? 'other'}/${card.id}.svg`

/** `lang` only where a text is not in the page's own language. */
export const foreign = (lang: Locale, locale: Locale) => (lang === locale ? undefined : htmlLang[lang])

/** One technology in a list: picture, name, firm, one line, fields, and what makes it credible. */
function TechnologyCard({ card, fields, eager, marker, excerpt }: { card: Card; fields: Map<string, Field>; eager: boolean; marker: RegExp | null; excerpt: Excerpts[string] | undefined }) {
  const { t, i18n } = useTranslation('catalogue')
  const locale = i18n.language as Locale
  const name = named(card.content.name, locale)
  const summary = named(card.content.summary, locale)
  const company = named(card.company.name, locale)
  const inChina = card.content.installations.filter((one) => one.country === 'CN').reduce((sum, one) => sum + (one.count ?? 1), 0)
  return (
    <li className={styles.card}>
      <a className={styles.link} href={`/${locale}/technologies/${card.slug}`}>
        <img src={pictureOf(card)} alt="" width={112} height={84} loading={eager ? undefined : 'lazy'} decoding="async" />
        <span className={styles.head}>
          <span className={styles.name} lang={foreign(name.lang, locale)}>
            <Marked text={name.text} marker={marker} />
          </span>
          <span className={styles.company} lang={foreign(company.lang, locale)}>
            {company.text}
          </span>
        </span>
      </a>
      <p className={styles.summary} lang={foreign(summary.lang, locale)}>
        <Marked text={summary.text} marker={marker} />
      </p>
      {excerpt && (
        <p className={styles.excerpt} lang={foreign(excerpt.lang, locale)}>
          <Marked text={excerpt.text} marker={marker} />
        </p>
      )}
      <ul className={styles.facts}>
        {card.content.stage && <li className={styles.stage}>{t(`stages.${card.content.stage}`)}</li>}
        {inChina > 0 && <li className={styles.china}>{t('list.installedChina', { n: inChina })}</li>}
        {card.content.fields.map((id) => (
          <li key={id}>{fields.get(id)?.[locale] ?? id}</li>
        ))}
      </ul>
    </li>
  )
}

export type Excerpts = Record<string, { text: string; lang: Locale }>

/** @param words what was searched for, folded; marked where it stands, in whatever writing */
export function TechnologyList({ cards, fields, words = [], excerpts = {} }: { cards: Card[]; fields: Field[]; words?: string[]; excerpts?: Excerpts }) {
  const marker = markerOf(words)
  const byId = new Map(fields.map((field) => [field.id, field]))
  return (
    <ul className={styles.list}>
      {cards.map((card, at) => (
        <TechnologyCard key={card.id} card={card} fields={byId} eager={at < 2} marker={marker} excerpt={excerpts[card.id]} />
      ))}
    </ul>
  )
}
