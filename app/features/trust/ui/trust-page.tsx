import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import { RecordTable } from '#app/ui/record-table.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import styles from './trust.module.css'

const TABS = ['views', 'exports', 'retention'] as const

/** A page of the managers' room in which people see how the office keeps its word. */
export function TrustPage({ tab, children }: { tab: (typeof TABS)[number]; children: ReactNode }) {
  const { t, i18n } = useTranslation('trust')
  const { pathname } = useLocation()
  return (
    <DeskPage title={t(`${tab}.title`)}>
      <Tabs
        label={t('tabs.label')}
        tabs={TABS.map((one) => {
          const href = `/${i18n.language}/desk/trust/${one}`
          return { href, label: t(`tabs.${one}`), here: pathname === href }
        })}
      />
      <p className={styles.lead}>{t(`${tab}.lead`)}</p>
      {children}
    </DeskPage>
  )
}

/** A table on wide screens, cards on phones; `heads` names the columns. */
export function Ledger({ heads, children }: { heads: readonly string[]; children: ReactNode }) {
  return (
    <RecordTable className={styles.table}>
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
    </RecordTable>
  )
}
