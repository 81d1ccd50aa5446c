import { useTranslation } from 'react-i18next'
import type { AccountState, User } from '../data.server.ts'
import styles from './staff.module.css'
import { Written } from '#app/ui/written.tsx'
import { RecordTable } from '#app/ui/record-table.tsx'

interface Row extends Pick<User, 'id' | 'name' | 'email' | 'role' | 'office'> {
  state: AccountState
  twoStep: boolean
  you: boolean
}

/** Everybody of the office: a table on wide screens, cards on phones. */
export function StaffTable({ home, staff }: { home: string; staff: Row[] }) {
  const { t } = useTranslation(['security', 'accounts'])
  return (
    <RecordTable className={styles.staff}>
      <thead>
        <tr>
          {(['name', 'role', 'office', 'state', 'twoStep'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`staff.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {staff.map(({ id, name, email, role, office, state, twoStep, you }) => (
          <tr key={id} className={state === 'disabled' ? styles.disabled : undefined}>
            <td>
              <a href={`${home}/${id}`}><Written text={name} /></a>
              {you && <small>{t('staff.you')}</small>}
              <small>{email}</small>
            </td>
            <td data-label={t('staff.role')}>{t(`accounts:roles.${role}`)}</td>
            <td data-label={t('staff.office')}>{t(`staff.offices.${office ?? 'none'}`)}</td>
            <td data-label={t('staff.state')} className={state === 'demo' || state === 'waiting' ? styles.due : undefined}>
              {t(`staff.states.${state}`)}
            </td>
            <td data-label={t('staff.twoStep')}>{t(twoStep ? 'staff.on' : 'staff.off')}</td>
          </tr>
        ))}
      </tbody>
    </RecordTable>
  )
}
