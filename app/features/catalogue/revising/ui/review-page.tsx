import { useTranslation } from 'react-i18next'
import { formatTime } from '#app/platform/locale.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Review } from '../review.server.ts'
import { FROM_FIRM } from '../remarks.ts'
import { nameIn, useLocale } from './both-names.tsx'
import { Chip } from './chip.tsx'
import { FileDifferences } from './file-differences.tsx'
import { History } from './history.tsx'
import { MemberDifferences } from './member-differences.tsx'
import { SignOffs } from './sign-offs.tsx'
import { WarningList } from './warning-list.tsx'
import styles from './review.module.css'

const toneOf = { draft: undefined, submitted: 'waiting', returned: undefined, rejected: 'harm', published: 'good', superseded: undefined } as const

/** One text of a technology as the desk decides about it: what to look at, what changes, who answers for it, what happened. */
export function ReviewPage({ review, done }: { review: Review; done: string | null }) {
  const { t } = useTranslation('review')
  const locale = useLocale()
  const { revision, name, warnings, before } = review
  return (
    <DeskPage title={nameIn(name, locale)} actions={<a href={`/${locale}/desk/listings`}>{t('show.back')}</a>}>
      {done && (
        <Notice role="status">
          <p>{t(`done.${done}` as 'done.published', { defaultValue: t('done.other') })}</p>
        </Notice>
      )}
      <Facts review={review} />
      <Remarks review={review} />
      {revision.state === 'submitted' && !review.technology.deleted && <Acts review={review} />}
      <div className={styles.columns}>
        <div>
          <section className={styles.panel} aria-labelledby="warnings">
            <h2 id="warnings">{t('warnings.title', { n: warnings.length })}</h2>
            {warnings.length === 0 ? <p>{t('warnings.none')}</p> : <WarningList warnings={warnings} />}
          </section>
          <section>
            <h2>{before ? t('show.differences', { n: before.number }) : t('show.allNew')}</h2>
            <MemberDifferences changes={review.changes} pointed={new Set(warnings.map(({ member }) => member))} translations={revision.translations} compared={before !== null} />
            <FileDifferences {...review} />
          </section>
        </div>
        <div>
          <SignOffs review={review} />
          <section className={styles.panel}>
            <h2>{t('history.title')}</h2>
            <History events={review.events} />
            <Others review={review} />
          </section>
        </div>
      </div>
    </DeskPage>
  )
}

function Facts({ review }: { review: Review }) {
  const { t } = useTranslation('review')
  const locale = useLocale()
  const { revision, company, technology, before } = review
  return (
    <p className={styles.facts}>
      <Chip tone={toneOf[revision.state]}>{t(`states.${revision.state}`)}</Chip>
      <Chip>{t(before ? 'queue.changed' : 'queue.new')}</Chip>
      <a href={`/${locale}/desk/companies/${company.id}`}>{nameIn(company.name, locale)}</a>
      <span>{t('history.revision', { n: revision.number })}</span>
      {revision.submittedAt && <span>{t('show.submittedAt', { at: formatTime(revision.submittedAt, locale) })}</span>}
      {technology.state === 'published' && <a href={`/${locale}/technologies/${technology.slug}`}>{t('show.publicPage')}</a>}
      <a href={`/${locale}/account/technologies/${technology.id}`}>{t('show.firmPage')}</a>
    </p>
  )
}

function Remarks({ review: { revision, technology } }: { review: Review }) {
  const { t } = useTranslation('review')
  const fromFirm = revision.remarks?.[FROM_FIRM]
  const ours = Object.entries(revision.remarks ?? {}).filter(([member]) => member !== FROM_FIRM)
  return (
    <>
      {technology.deleted && (
        <Notice tone="harm">
          <p>{t('show.deleted')}</p>
        </Notice>
      )}
      {revision.state === 'submitted' && revision.translationWanted && (
        <Notice tone="waiting">
          <p>{t('show.translationWanted')}</p>
          {fromFirm && (
            <p className={styles.remark}>
              {t('show.fromFirm')} {fromFirm}
            </p>
          )}
        </Notice>
      )}
      {revision.state === 'returned' && ours.length > 0 && (
        <Notice>
          <p>{t('show.ourRemarks')}</p>
          <ul>
            {ours.map(([member, remark]) => (
              <li key={member}>
                {t(`members.${member || 'whole'}` as 'members.name')}: {remark}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {revision.state === 'rejected' && revision.reason && (
        <Notice tone="harm">
          <p className={styles.text}>{t('show.rejectedBecause', { reason: revision.reason })}</p>
        </Notice>
      )}
    </>
  )
}

function Acts({ review }: { review: Review }) {
  const { t } = useTranslation('review')
  const here = `/${useLocale()}/desk/listings/${review.revision.id}`
  const publishable = review.unsigned.length === 0
  return (
    <div className={styles.acts}>
      {publishable && <LinkButton href={`${here}/publication`}>{t('acts.publication')}</LinkButton>}
      <LinkButton tone={publishable ? 'quiet' : undefined} href={`${here}/translation`}>
        {t('acts.translation')}
      </LinkButton>
      <LinkButton tone="quiet" href={`${here}/return`}>
        {t('acts.return')}
      </LinkButton>
      <LinkButton tone="quiet" href={`${here}/rejection`}>
        {t('acts.rejection')}
      </LinkButton>
    </div>
  )
}

function Others({ review: { others } }: { review: Review }) {
  const { t } = useTranslation('review')
  const locale = useLocale()
  if (others.length === 0) return null
  return (
    <details>
      <summary>{t('history.others', { n: others.length })}</summary>
      <ul className={styles.plain}>
        {[...others].reverse().map(({ id, number, state }) => (
          <li key={id}>
            <a href={`/${locale}/desk/listings/${id}`}>{t('history.revision', { n: number })}</a> {t(`states.${state}`)}
          </li>
        ))}
      </ul>
    </details>
  )
}
