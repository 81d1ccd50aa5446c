import type { MetaFunction } from '@remix-run/node'
import { headOf } from '#app/platform/head.ts'
import { i18nOf } from '#app/platform/locale.ts'
import styles from './chooser.module.css'

export const meta: MetaFunction = (asked) => headOf(asked, { title: i18nOf.ja.t('chooser.title'), description: `${i18nOf.zh.t('catalogue:home.lead')} ${i18nOf.ja.t('catalogue:home.lead')}` })

/** `/` offers both languages and redirects nobody: search engines and travellers see the same page. */
export default function Chooser() {
  return (
    <main id="main" className={styles.chooser}>
      {(['zh', 'ja'] as const).map((locale) => {
        const t = i18nOf[locale].t
        return (
          <a key={locale} href={`/${locale}`} lang={locale === 'zh' ? 'zh-Hans' : 'ja'} className={styles.door}>
            <span className={styles.name}>{t('name')}</span>
            <span>{t('chooser.enter')} →</span>
          </a>
        )
      })}
    </main>
  )
}
