import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Facts } from '#app/ui/facts.tsx'
import type { Contact } from '../../life/contacts.server.ts'

interface PartyContactsProps {
  contacts: Pick<Contact, 'id' | 'person' | 'role' | 'email' | 'phone' | 'wechat'>[]
  own: string
}

/** Whom to ask at a party; erasing empties the row for good. */
export function PartyContacts({ contacts, own }: PartyContactsProps) {
  const { t } = useTranslation('projectdesk')
  if (contacts.length === 0) return <p>{t('contacts.none')}</p>
  return (
    <>
      {contacts.map((contact) => (
        <section key={contact.id}>
          <h2>{contact.person}</h2>
          <Facts facts={(['role', 'email', 'phone', 'wechat'] as const).map((name) => [t(`contacts.${name}`), contact[name]] as const)} />
          <form method="post" action={`${own}/${contact.id}/erasure`}>
            <Button size="small" tone="harm">
              {t('contacts.erase')}
            </Button>
          </form>
        </section>
      ))}
    </>
  )
}
