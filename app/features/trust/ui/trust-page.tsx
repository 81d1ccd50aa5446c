import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import styles from './trust.module.css'

const TABS = ['views', 'exports', 'retention'] as const

/** A page of the managers' room in which people see how the office keeps its word. */
export function TrustPage({ tab, children }: { tab: (typeof TABS)[number]; children: ReactNode }) {
  const { t, i18n } = useTranslation('trust')
  const { pathname } = useLocation()
  return (
    <DeskPage title={t(`${tab}.title`)}>
      <nav aria-label={t('tabs.label')}>
        <ul className={styles.tabs}>
          {TABS.map((one) => {
            const href = `/${i18n.language}/desk/trust/${one}`
            return (
              <li key={one}>
                <a href={href} aria-current={pathname === href ? 'page' : undefined}>
                  {t(`tabs.${one}`)}
                </a>
              </li>
            )
          })}
        </ul>
      </nav>
      <p className={styles.lead}>{t(`${tab}.lead`)}</p>
      {children}
    </DeskPage>
  )
}

/** A table on wide screens, cards on phones; `heads` names the columns. */
export function Ledger({ heads, children }: { heads: readonly string[]; children: ReactNode }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {heads.map((head, at) => (
            <th key={at} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}
