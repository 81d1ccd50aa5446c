import { useTranslation } from 'react-i18next'
import type { Contact } from '../contacts.server.ts'
import styles from './joining.module.css'
import { Written } from '#app/ui/written.tsx'

/** Who answers inquiries for a firm, in the order in which letters reach them. */
export function ContactList({ contacts, href }: { contacts: readonly Pick<Contact, 'id' | 'name' | 'department' | 'email' | 'phone' | 'wechat'>[]; href: string }) {
  const { t } = useTranslation('joining')
  return (
    <ul className={styles.list}>
      {contacts.map(({ id, name, department, email, phone, wechat }) => (
        <li key={id}>
          <span className={styles.who}>
            <strong><Written text={name} /></strong> {department && <span className={styles.soft}><Written text={department} /></span>}
            <br />
            {[email, phone, wechat && `WeChat: ${wechat}`].filter(Boolean).join('　')}
          </span>
          <span>
            <a href={`${href}/${id}`}>{t('people.edit')}</a>
          </span>
        </li>
      ))}
    </ul>
  )
}
