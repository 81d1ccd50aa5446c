import { useTranslation } from 'react-i18next'
import { Notice } from '#app/ui/notice.tsx'
import type { SeenContact, SeenFirm } from '../viewing.server.ts'
import { Facts } from '#app/ui/facts.tsx'
import { nameFor, useReading } from './reading.ts'

/** The contact a secretary asked to see, and what the office has to pass on by phone or WeChat. */
export function SeenContacts({ seen, firmOnly = false }: { seen: { contact: SeenContact | null; firms: SeenFirm[] }; firmOnly?: boolean }) {
  const { t } = useTranslation(['desk', 'inquiries'])
  const locale = useReading()
  const { contact, firms } = seen
  return (
    <>
      <Notice role="status">
        <p>{t('inquiries.contact.recorded')}</p>
      </Notice>
      {contact ? (
        <Facts
          facts={[
            [t('inquiries.contact.organisation'), contact.organisation],
            [t('inquiries.contact.person'), contact.person],
            [t(`inquiries:channel.${contact.channel}`), contact.address],
          ]}
        />
      ) : (
        !firmOnly && <p>{t('inquiries.contact.erased')}</p>
      )}
      {firms.length > 0 && !firmOnly && <h2>{t('inquiries.contact.passOn')}</h2>}
      {firms.length > 0 && !firmOnly && <p>{t('inquiries.contact.passOnWords')}</p>}
      {firms.map((firm) => (
        <Facts
          key={nameFor(firm.company, locale)}
          facts={[
            [t('inquiries.contact.organisation'), nameFor(firm.company, locale)],
            [t('inquiries.contact.department'), firm.department],
            [t('inquiries.contact.name'), firm.name],
            [t('inquiries:channel.email'), firm.email],
            [t('inquiries:channel.phone'), firm.phone],
          ]}
        />
      ))}
    </>
  )
}
