import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/ui/button.tsx'
import { useReading } from './reading.ts'
import styles from './case-page.module.css'

/** What belongs to the work on inquiries but to no single case. */
export function DeskLinks({ tasks }: { tasks: number }) {
  const { t } = useTranslation('casework')
  const locale = useReading()
  const links = [['inquiries/new', t('register.open')], ['tasks', tasks > 0 ? `${t('tasks.title')} (${tasks})` : t('tasks.title')], ['receipts', t('renewal.open')], ['intermediaries', t('recognised.title')]] as const
  return (
    <div className={styles.acts}>
      {links.map(([path, label]) => (
        <LinkButton key={path} href={`/${locale}/desk/${path}`} tone="quiet" size="small">
          {label}
        </LinkButton>
      ))}
    </div>
  )
}
