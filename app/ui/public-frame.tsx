import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isLocale, otherLocale, type Locale } from '#app/platform/locale.ts'
import { Filing } from './filing.tsx'
import styles from './public-frame.module.css'

const MENU = ['technologies', 'fields', 'companies', 'needs', 'projects', 'clips'] as const

/** The address of the same page in the other language. */
export function useTwin(): string {
  const { pathname, search } = useLocation()
  const [, first, ...rest] = pathname.split('/')
  const locale: Locale = isLocale(first) ? first : 'ja'
  return `/${[otherLocale(locale), ...rest].join('/')}${search}`
}

/** `after` stands below the page's own content. */
export function PublicFrame({ warning, after, children }: { warning?: string | undefined; after?: ReactNode; children: ReactNode }) {
  const { t, i18n } = useTranslation()
  const home = `/${i18n.language}`
  const { pathname } = useLocation()
  const twin = useTwin()
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <header>
        {warning && <p className={styles.warning}>{warning}</p>}
        <div className={styles.header}>
          <div className={styles.bar}>
            <a href={home} className={styles.brand}>
              <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
                <path d="M4 24V8h6v16zM22 24V8h6v16z" fill="currentColor" />
                <path d="M10 12h12M10 20h12" stroke="currentColor" strokeWidth="2.5" />
              </svg>
              <span>{t('shortName')}</span>
            </a>
            <a href={twin} lang={i18n.language === 'ja' ? 'zh-Hans' : 'ja'} hrefLang={i18n.language === 'ja' ? 'zh-Hans' : 'ja'} className={styles.twin} title={t('twinHint')}>
              {t('twin')}
            </a>
          </div>
          <nav aria-label={t('menu.label')} className={styles.menu}>
            {MENU.map((item) => (
              <a key={item} href={`${home}/${item}`} aria-current={pathname.startsWith(`${home}/${item}`) && pathname !== `${home}/needs/new` ? 'page' : undefined}>
                {t(`menu.${item}`)}
              </a>
            ))}
            <a href={`${home}/needs/new`}>{t('menu.ask')}</a>
          </nav>
        </div>
      </header>
      {children}
      {after}
      <footer className={styles.footer}>
        <div className={styles.foot}>
          <p>{t('footer.about')}</p>
          <p className={styles.demo}>{t('footer.demo')}</p>
          <ul>
            <li>
              <a href={`${home}/about`}>{t('menu.about')}</a>
            </li>
            <li>
              <a href={`${home}/privacy`}>{t('menu.privacy')}</a>
            </li>
            <li>
              <a href={`${home}/data`}>{t('menu.data')}</a>
            </li>
            <li>
              <a href={`${home}/join`}>{t('menu.join')}</a>
            </li>
            <li>
              <a href={`${home}/account/sign-in`}>{t('menu.signIn')}</a>
            </li>
          </ul>
          <p className={styles.name}>{t('name')}</p>
          <Filing />
        </div>
      </footer>
    </>
  )
}
