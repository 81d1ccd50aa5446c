import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { htmlLang, isLocale, otherLocale } from '#app/platform/locale.ts'
import { Button } from './button.tsx'
import { useTwin } from './public-frame.tsx'
import { Written } from './written.tsx'
import styles from './desk-frame.module.css'

export interface Room {
  href: string
  label: string
}

interface Frame {
  /** where the brand leads */
  home: string
  brand: string
  rooms?: Room[]
  person?: string | undefined
  warnings?: string[]
  children: ReactNode
}

/** The chrome for those who work here, at the desk or at a firm: where one is, who one is, and what needs attention before anything else. */
export function DeskFrame({ home, brand, rooms = [], person, warnings, children }: Frame) {
  const { t, i18n } = useTranslation(['accounts', 'site'])
  const locale = isLocale(i18n.language) ? i18n.language : 'ja'
  const { pathname } = useLocation()
  const twin = useTwin()
  // A room may lie within another, as everything of a firm lies below its dashboard.
  const here = rooms.filter(({ href }) => pathname === href || pathname.startsWith(`${href}/`)).sort((a, b) => b.href.length - a.href.length)[0]
  return (
    <>
      <a className="skip" href="#main">
        {t('site:skip')}
      </a>
      <header className={styles.header}>
        <div className={styles.bar}>
          <a href={home} className={styles.brand}>
            {brand}
          </a>
          <nav aria-label={t('desk.menu')} className={styles.menu}>
            {rooms.map(({ href, label }) => (
              <a key={href} href={href} aria-current={href === here?.href ? 'page' : undefined}>
                {label}
              </a>
            ))}
          </nav>
          <div className={styles.person}>
            <a href={`/${locale}`}>{t('desk.site')}</a>
            <a href={twin} lang={htmlLang[otherLocale(locale)]} hrefLang={htmlLang[otherLocale(locale)]} title={t('site:twinHint')}>
              {t('site:twin')}
            </a>
            {person && (
              <a href={`/${locale}/account/security`} className={styles.name} title={t('desk.security')}>
                <Written text={person} />
              </a>
            )}
            {person && (
              <form method="post" action={`/${locale}/account/sign-out`}>
                <Button tone="quiet" size="small">
                  {t('signOut.send')}
                </Button>
              </form>
            )}
          </div>
        </div>
        {warnings && warnings.length > 0 && (
          <ul className={styles.warnings}>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        )}
      </header>
      {children}
    </>
  )
}

/** A page of the desk: its title, what one may do about the whole, and the work itself. */
export function DeskPage({ title, actions, children }: { title: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <main id="main" className={styles.page}>
      <div className={styles.head}>
        <h1>{title}</h1>
        {actions}
      </div>
      {children}
    </main>
  )
}
