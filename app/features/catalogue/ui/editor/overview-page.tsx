import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/ui/button.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Overview } from '../../revising/overview.server.ts'
import { Checklist } from './checklist.tsx'
import { History } from './history.tsx'
import styles from './editor.module.css'

const told = ['created', 'submitted', 'taken-back', 'discarded', 'unpublished', 'shown', 'signed-off', 'sent-back'] as const

/** One technology of a firm: what the public sees, what is being worked on, and what to do next. */
export function OverviewPage(overview: Overview) {
  const { t, i18n } = useTranslation('editor')
  const { home, name, checks, history, done, office } = overview
  const back = office ? null : <a className={styles.act} href={`/${i18n.language}/account`}>{t('toList')}</a>
  return (
    <DeskPage title={name === '—' ? t('untitled') : name} actions={back}>
      {office && <Notice>{t('inFirmsPlace')}</Notice>}
      {told.some((one) => one === done) && (
        <Notice role="status">
          <p>{t(`done.${done as 'submitted'}`)}</p>
        </Notice>
      )}
      <div className={styles.columns}>
        <div>
          <Standing {...overview} />
          <Checklist checks={checks} home={home} linked={overview.writable} />
        </div>
        <div>
          <Files home={home} />
          <History events={history} />
          <Endings {...overview} />
        </div>
      </div>
    </DeskPage>
  )
}

/** The public text, the text being worked on, and the one next step. */
function Standing({ home, slug, state, publishedAt, validUntil, working, rejected, published }: Overview) {
  const { t, i18n } = useTranslation('editor')
  return (
    <section className={styles.card}>
      <h2>{t('standing.title')}</h2>
      <dl className={styles.standing}>
        <div>
          <dt>{t('standing.public')}</dt>
          <dd>
            <strong className={`${styles.state} ${state === 'published' ? styles.good : styles.stale}`}>{t(`standing.states.${state}`)}</strong>
            {publishedAt && <span>{t('standing.publishedAt', { at: publishedAt })}</span>}
            {validUntil && published && <span>{t('standing.validUntil', { at: validUntil })}</span>}
            {state === 'published' && <a href={`/${i18n.language}/technologies/${slug}`}>{t('standing.see')}</a>}
          </dd>
        </div>
        <div>
          <dt>{t('standing.working')}</dt>
          <dd>
            <strong className={`${styles.state} ${working?.state === 'returned' ? styles.stale : ''}`}>{t(`standing.work.${working?.state ?? 'none'}`)}</strong>
            {working && <span>{working.by && working.state !== 'submitted' ? t('standing.editedBy', { at: working.at, name: working.by }) : t(working.state === 'submitted' ? 'standing.submittedAt' : 'standing.editedAt', { at: working.at })}</span>}
            {working?.translationWanted && <span>{t('standing.translationWanted')}</span>}
          </dd>
        </div>
      </dl>
      {working?.remarks.length ? <Remarks home={home} remarks={working.remarks} /> : null}
      {rejected && (
        <Notice tone="harm">
          <p>{t('standing.rejected')}</p>
          <p className={styles.said}>{rejected.reason}</p>
        </Notice>
      )}
      {working?.signOffWanted && (
        <Notice tone="waiting">
          <p>{t('standing.signOffWanted')}</p>
          <LinkButton href={`${home}/sign-off`}>{t('standing.signOff')}</LinkButton>
        </Notice>
      )}
      <Next home={home} working={working} />
    </section>
  )
}

function Next({ home, working }: Pick<Overview, 'home' | 'working'>) {
  const { t } = useTranslation('editor')
  if (working?.state === 'submitted')
    return (
      <div className={styles.buttons}>
        <LinkButton tone="quiet" href={`${home}/preview`}>{t('toPreview')}</LinkButton>
        <LinkButton tone="quiet" href={`${home}/submission/withdrawal`}>{t('withdrawal.title')}</LinkButton>
      </div>
    )
  return (
    <div className={styles.buttons}>
      <LinkButton href={`${home}/edit/basics`}>{t(working ? 'standing.goOn' : 'standing.change')}</LinkButton>
      {working && <LinkButton tone="quiet" href={`${home}/preview`}>{t('toPreview')}</LinkButton>}
      {working && <LinkButton tone="quiet" href={`${home}/submission`}>{t('standing.toSubmission')}</LinkButton>}
    </div>
  )
}

function Remarks({ home, remarks }: { home: string; remarks: NonNullable<Overview['working']>['remarks'] }) {
  const { t } = useTranslation('editor')
  return (
    <Notice tone="waiting">
      <p>{t('standing.returned')}</p>
      <ul>
        {remarks.map(({ path, text, place }) => (
          <li key={path}>
            {place && (
              <a href={place === 'images' || place === 'documents' ? `${home}/${place}` : `${home}/edit/${place}#${/^\w+/.exec(path)?.[0]}`}>
                {t([`fields.${/^\w+/.exec(path)?.[0]}.label` as 'fields.name.label', `sections.${place}`])}
              </a>
            )}
            <span className={styles.said}>{text}</span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Files({ home }: { home: string }) {
  const { t } = useTranslation('editor')
  return (
    <section className={styles.card}>
      <h2>{t('files.title')}</h2>
      <ul className={styles.links}>
        <li>
          <a href={`${home}/images`}>{t('files.images')}</a>
        </li>
        <li>
          <a href={`${home}/documents`}>{t('files.documents')}</a>
        </li>
      </ul>
    </section>
  )
}

/** What takes something away, apart from everything else. */
function Endings({ home, working, published, state, showable }: Overview) {
  const { t } = useTranslation('editor')
  const links = [
    ...(working && working.state !== 'submitted' && published ? (['draft/discarding'] as const) : []),
    ...(state === 'published' || state === 'expired' ? (['unpublishing'] as const) : []),
    ...(showable ? (['showing'] as const) : []),
    'deletion' as const,
  ]
  return (
    <section className={styles.card}>
      <h2>{t('endings')}</h2>
      <ul className={styles.links}>
        {links.map((link) => (
          <li key={link}>
            <a href={`${home}/${link}`}>{t(`${link === 'draft/discarding' ? 'discarding' : link}.title`)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
