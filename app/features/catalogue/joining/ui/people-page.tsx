import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/ui/button.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Written } from '#app/ui/written.tsx'
import { RecordTable } from '#app/ui/record-table.tsx'
import desk from '../../ui/terminology.module.css'
import type { Colleague } from '../colleagues.server.ts'
import type { Contact } from '../contacts.server.ts'
import { ContactList } from './contact-list.tsx'
import styles from './joining.module.css'

interface PeoplePageProps {
  me: string
  people: readonly Colleague[]
  invited: readonly (Colleague & { expired: boolean })[]
  contacts: readonly Contact[]
  done: 'invited' | 'removed' | 'withdrawn' | 'saved' | 'deleted' | null
}

/** Who signs in for the firm, who was asked to, and who gets its inquiries. */
export function PeoplePage({ me, people, invited, contacts, done }: PeoplePageProps) {
  const { t, i18n } = useTranslation('joining')
  const here = `/${i18n.language}/account/people`
  const chip = (tone: string | undefined, words: string) => <span className={`${styles.chip} ${tone ?? ''}`}>{words}</span>
  return (
    <DeskPage title={t('people.title')} actions={<LinkButton href={`${here}/invitation`}>{t('people.invite')}</LinkButton>}>
      {done && (
        <Notice role="status">
          <p>{t(`people.done.${done}`)}</p>
        </Notice>
      )}
      <p>{t('people.lead')}</p>
      <RecordTable beside className={desk.list}>
        <thead>
          <tr>
            <th scope="col">{t('people.name')}</th>
            <th scope="col">{t('people.email')}</th>
            <th scope="col">{t('people.state')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, name, email }) => (
            <tr key={id}>
              <td>
                <strong><Written text={name} /></strong> {id === me && <span className={styles.soft}>{t('people.you')}</span>}
              </td>
              <td data-label={t('people.email')} className={styles.mail}>
                {email}
              </td>
              <td data-label={t('people.state')}>{chip(styles.green, t('people.states.active'))}</td>
              <td>{id === me ? <a href={`${here}/departure`}>{t('people.leave')}</a> : <a href={`${here}/${id}/removal`}>{t('people.remove')}</a>}</td>
            </tr>
          ))}
          {invited.map(({ id, name, email, expired }) => (
            <tr key={id}>
              <td><Written text={name} /></td>
              <td data-label={t('people.email')} className={styles.mail}>
                {email}
              </td>
              <td data-label={t('people.state')}>{chip(styles.amber, t(`people.states.${expired ? 'expired' : 'invited'}`))}</td>
              <td>
                <a href={`${here}/invitations/${id}/withdrawal`}>{t('people.withdraw')}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </RecordTable>
      <section className={styles.column}>
        <h2>{t('people.contactsTitle')}</h2>
        <p>{t('people.contactsLead')}</p>
        {contacts.length > 0 ? (
          <ContactList contacts={contacts} href={`${here}/contacts`} />
        ) : (
          <Notice tone="waiting">
            <p>{t('people.noContacts')}</p>
          </Notice>
        )}
        <p>
          <LinkButton tone="quiet" href={`${here}/contacts/new`}>
            {t('people.addContact')}
          </LinkButton>
        </p>
      </section>
    </DeskPage>
  )
}
