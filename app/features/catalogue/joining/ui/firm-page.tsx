import { useTranslation } from 'react-i18next'
import { formatDate, type Locale } from '#app/platform/locale.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Written } from '#app/ui/written.tsx'
import type { Firm } from '../firms.server.ts'
import { FirmFacts } from './asked-firm.tsx'
import { FirmName, firmNameIn } from './firm-name.tsx'
import styles from './joining.module.css'

/** A firm at the desk: what it says, who works for it, what it lists, and what the office may do. */
export function FirmPage({ href, company, name, into, people, contacts, technologies, joinings, mayMerge }: Firm & { href: string; mayMerge: boolean }) {
  const { t, i18n } = useTranslation(['joining', 'tables'])
  const locale = i18n.language as Locale
  const isPublic = !into && company.state === 'published' && technologies.some((one) => one.state === 'published' && !one.deletedAt)
  return (
    <DeskPage title={firmNameIn(name, locale)}>
      <p>
        <a className={styles.link} href={`/${locale}/desk/companies`}>
          ← {t('firm.back')}
        </a>
      </p>
      {into && (
        <Notice tone="waiting">
          <p>
            <a href={`/${locale}/desk/companies/${into.id}`}>{t('firm.tombstone', { name: firmNameIn(into.name, locale) })}</a>
          </p>
        </Notice>
      )}
      <div className={styles.two}>
        <div>
          <section>
            <h2>{t('firm.technologies')}</h2>
            {technologies.length === 0 && <p>{t('firm.noTechnologies')}</p>}
            {technologies.length > 0 && (
              <ul className={styles.list}>
                {technologies.map((one) => (
                  <li key={one.id}>
                    <a href={`/${locale}/account/technologies/${one.id}`}>{one.name.ja ?? one.name.zh ? <FirmName name={{ ...one.name, en: null }} /> : t('firm.untitled')}</a>
                    <span>
                      <span className={`${styles.chip} ${one.deletedAt ? '' : one.state === 'published' ? styles.green : one.state === 'draft' ? styles.amber : ''}`}>
                        {one.deletedAt ? t('firm.deleted') : t(`firm.technologyStates.${one.state}`)}
                      </span>
                    </span>
                  </li>
                ))}
              </ul>
            )}
            {!into && (
              <LinkButton tone="quiet" href={`/${locale}/account/import?company=${company.id}`}>
                {t('tables:import.title')}
              </LinkButton>
            )}
          </section>
          <section>
            <h2>{t('firm.facts')}</h2>
            <FirmFacts content={company} />
            <p className={styles.acts}>
              {isPublic ? <a href={`/${locale}/companies/${company.slug}`}>{t('firm.public')}</a> : !into && <span className={styles.soft}>{t('firm.notPublic')}</span>}
            </p>
          </section>
        </div>
        <div>
          <section>
            <h2>{t('firm.people')}</h2>
            {people.length === 0 && <p>{t('firm.noPeople')}</p>}
            {people.length > 0 && (
              <ul className={styles.list}>
                {people.map((person) => (
                  <li key={person.id}>
                    <Written text={person.name} /> <span className={styles.soft}>@{person.domain}</span>
                    <span>
                      <span className={`${styles.chip} ${person.active ? styles.green : styles.amber}`}>{t(`people.states.${person.active ? 'active' : 'invited'}`)}</span>
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </section>
          <section>
            <h2>{t('firm.contacts')}</h2>
            <p>{contacts > 0 ? t('firm.contactsCount', { n: contacts }) : t('firm.noContacts')}</p>
            <p className={styles.acts}>
              <a href={`${href}/contacts`}>{t('firm.showContacts')}</a>
              {!into && <a href={`${href}/contacts/new`}>{t('firm.addContact')}</a>}
            </p>
          </section>
          {joinings.length > 0 && (
            <section>
              <h2>{t('firm.joinings')}</h2>
              <ul className={styles.list}>
                {joinings.map((joining) => (
                  <li key={joining.id}>
                    <a href={`/${locale}/desk/joinings/${joining.id}`}>{formatDate(joining.createdAt, locale)}</a>
                    <span>
                      <span className={styles.chip}>{t(`states.${joining.state}`)}</span>
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {mayMerge && (
            <p>
              <LinkButton tone="quiet" href={`${href}/merging`}>
                {t('firm.merge')}
              </LinkButton>
            </p>
          )}
        </div>
      </div>
    </DeskPage>
  )
}
