import { useTranslation } from 'react-i18next'
import { formatDate, type Locale } from '#app/platform/locale.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { named } from '../../../catalogue/naming.ts'
import type { ProjectView } from '../../register.server.ts'
import { Sides } from '../../ui/project-list.tsx'
import styles from './surveys.module.css'

interface Shown {
  href: string
  round: { ja: string; zh: string }
  closesOn: string
  party: { ja: string | null; zh: string | null }
  state: string
  steps: { key: string; title: { ja: string; zh: string }; done: boolean }[]
  project: ProjectView
  done: 'paused' | 'corrected' | null
}

/** What a party finds behind its link: what it is about, how far it has come, and how to say no. */
export function PartyPage({ href, round, closesOn, party, state, steps, project, done }: Shown) {
  const { t, i18n } = useTranslation(['surveys', 'projects'])
  const locale = i18n.language as Locale
  const next = steps.find((step) => !step.done)
  const begun = steps.some((step) => step.done)
  return (
    <Sheet title={round[locale]}>
      <p className={styles.party}>{t('page.for', { party: named(party, locale).text })}</p>
      {done && (
        <Notice role="status">
          <p>{t(`page.${done}`)}</p>
        </Notice>
      )}
      {state === 'answered' && (
        <Notice role="status">
          <p>{t('page.answered')}</p>
        </Notice>
      )}
      {state === 'refused' ? (
        <Notice role="status">
          <p>{t('page.refused')}</p>
        </Notice>
      ) : (
        <>
          <p className={styles.until}>{t('page.until', { date: formatDate(closesOn, locale) })}</p>
          <p>{t('page.lead')}</p>
          <p className={styles.begin}>
            <LinkButton wide href={next ? `${href}/steps/${next.key}` : `${href}/review`}>
              {t(next ? (begun ? 'page.continue' : 'page.begin') : 'page.review')}
            </LinkButton>
          </p>
        </>
      )}
      <h2>{t('page.facts')}</h2>
      <Facts
        facts={[
          [t('analysis.head'), named(project.title, locale).text],
          [t('projects:forum'), project.forum && named(project.forum.name, locale).text],
          [t('projects:announcedOn'), project.announcedOn && formatDate(project.announcedOn, locale)],
          [t('projects:status'), [t(`projects:statuses.${project.status}`), project.statusOn && t('projects:statusOn', { date: formatDate(project.statusOn, locale) })].filter(Boolean).join(' · ')],
        ]}
      />
      <Sides parties={project.parties} />
      <p>
        <a href={`${href}/correction`}>{t('page.wrong')}</a>
      </p>
      {state !== 'refused' && (
        <>
          <h2>{t('page.steps')}</h2>
          <ol className={styles.steps}>
            {steps.map((step) => (
              <li key={step.key}>
                <a href={`${href}/steps/${step.key}`}>
                  <span>{step.title[locale]}</span>
                  {step.done && <span className={styles.done}>{t('page.done')}</span>}
                </a>
              </li>
            ))}
          </ol>
          {begun && (
            <p>
              <a href={`${href}/review`}>{t('page.review')}</a>
            </p>
          )}
        </>
      )}
      <p className={styles.small}>{t('page.private')}</p>
      {state !== 'refused' && state !== 'answered' && (
        <p>
          <a href={`${href}/refusal`}>{t('page.refuse')}</a>
        </p>
      )}
    </Sheet>
  )
}
