import { useTranslation } from 'react-i18next'
import { formatTime } from '#app/platform/locale.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Written } from '#app/ui/written.tsx'
import type { CompanyReview } from '../company-review.server.ts'
import { nameIn, useLocale } from './both-names.tsx'
import { Chip } from './chip.tsx'
import { History } from './history.tsx'
import { Pieces } from './pieces.tsx'
import styles from './review.module.css'

/** What a firm wants to say of itself, beside what its page says now. */
export function CompanyReviewPage({ review, done }: { review: CompanyReview; done: string | null }) {
  const { t } = useTranslation('review')
  const locale = useLocale()
  const { company, draft, changes, warnings, events } = review
  const here = `/${locale}/desk/listings/companies/${company.id}`
  const same = changes.filter(({ changed }) => !changed)
  return (
    <DeskPage title={t('company.title', { name: nameIn(company.name, locale) })} actions={<a href={`/${locale}/desk/listings?show=companies`}>{t('show.back')}</a>}>
      {done && (
        <Notice role="status">
          <p>{t(`done.${done}` as 'done.returned', { defaultValue: t('done.other') })}</p>
        </Notice>
      )}
      <p className={styles.facts}>
        <Chip tone={draft.state === 'submitted' ? 'waiting' : undefined}>{t(`states.${draft.state}`)}</Chip>
        {draft.submittedAt && <span>{t('show.submittedAt', { at: formatTime(draft.submittedAt, locale) })}</span>}
        <a href={`/${locale}/desk/companies/${company.id}`}>{t('company.desk')}</a>
        {company.state === 'published' && <a href={`/${locale}/companies/${company.slug}`}>{t('show.publicPage')}</a>}
      </p>
      {draft.state === 'submitted' && (
        <div className={styles.acts}>
          <LinkButton href={`${here}/publication`}>{t('acts.company-publication')}</LinkButton>
          <LinkButton tone="quiet" href={`${here}/return`}>
            {t('acts.company-return')}
          </LinkButton>
        </div>
      )}
      <div className={styles.columns}>
        <div>
          {warnings.length > 0 && (
            <section className={styles.panel}>
              <h2>{t('warnings.title', { n: warnings.length })}</h2>
              <ul className={styles.warnings}>
                {warnings.map(({ member, excerpt }) => (
                  <li key={`${member} ${excerpt}`}>
                    <span>
                      <Chip tone="waiting">{t('warnings.code.contact')}</Chip>
                    </span>
                    <span>
                      <a href={`#m-${member}`}>{t(`companyMembers.${member}`)}</a>
                      <span className={styles.excerpt}><Written text={t('warnings.excerpt', { excerpt })} /></span>
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <p className={`${styles.legend} ${styles.text}`}>
            <ins>{t('show.added')}</ins> <del>{t('show.removed')}</del>
          </p>
          {changes.filter(({ changed }) => changed).map((change) => (
            <Member key={change.member} change={change} />
          ))}
          {same.length === changes.length && <p>{t('show.noChange')}</p>}
          {same.length > 0 && (
            <details>
              <summary>{t('show.same', { n: same.length })}</summary>
              {same.map((change) => (
                <Member key={change.member} change={change} />
              ))}
            </details>
          )}
        </div>
        <section className={styles.panel}>
          <h2>{t('history.title')}</h2>
          <History events={events} />
        </section>
      </div>
    </DeskPage>
  )
}

function Member({ change: { member, language, pieces } }: { change: CompanyReview['changes'][number] }) {
  const { t } = useTranslation('review')
  return (
    <section className={styles.member} id={`m-${member}`}>
      <h3>{t(`companyMembers.${member}`)}</h3>
      <Pieces pieces={pieces} language={language} />
    </section>
  )
}
