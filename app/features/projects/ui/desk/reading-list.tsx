import { useTranslation } from 'react-i18next'
import { formatDate, htmlLang, type Locale } from '#app/platform/locale.ts'
import { Written } from '#app/ui/written.tsx'
import { named } from '../../../catalogue/naming.ts'
import type { ReadingItem } from '../../candidates/announcing.server.ts'
import styles from './reading-list.module.css'

interface ReadingListProps {
  round: { nameJa: string; nameZh: string; date: string | null }
  href: string
  items: ReadingItem[]
}

/** What is read out at the ceremony, in both languages, one after another: made to be printed. */
export function ReadingList({ round, href, items }: ReadingListProps) {
  const { t, i18n } = useTranslation(['projectdesk', 'projects'])
  const locale = i18n.language as Locale
  const name = { ja: round.nameJa, zh: round.nameZh }
  return (
    <main id="main" className={styles.page}>
      <p className="no-print">
        <a href={href}>← {named(name, locale).text}</a> <a href={`${href}/reading.csv`}>{t('reading.csv')}</a>
      </p>
      <h1>{t('reading.title')}</h1>
      <p>
        {named(name, locale).text}
        {round.date && ` · ${formatDate(round.date, locale)}`}
      </p>
      <p className="no-print">{t('reading.lead')}</p>
      {items.length === 0 && <p>{t('reading.none')}</p>}
      <ol className={styles.list}>
        {items.map((item) => (
          <li key={item.id}>
            <span className={styles.number}>{item.number ?? '—'}</span>
            <div className={styles.texts}>
              {(['ja', 'zh'] as const).map((lang) => (
                <div key={lang} lang={htmlLang[lang]}>
                  <p className={styles.title}>{(lang === 'ja' ? item.titleJa : item.titleZh) ?? '—'}</p>
                  {(['japan', 'china'] as const).map((side) => (
                    <p key={side}>
                      <span className={styles.side}>{t(`reading.${side}.${lang}`)}</span>
                      <Written within={lang} text={item.parties.filter((party) => party.side === side).map((party) => party[lang] ?? '—').join('、')} />
                    </p>
                  ))}
                </div>
              ))}
            </div>
          </li>
        ))}
      </ol>
    </main>
  )
}
