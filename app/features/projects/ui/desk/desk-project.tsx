import { useTranslation } from 'react-i18next'
import { formatDate, formatTime, type Locale } from '#app/platform/locale.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Written } from '#app/ui/written.tsx'
import { named, type Field } from '../../../catalogue/naming.ts'
import type { DeskProject } from '../../desk/project.server.ts'
import { Timeline } from '../timeline.tsx'
import { Confirming } from './confirming.tsx'
import { Outcomes } from './outcomes.tsx'
import { WaitingReports } from './waiting-reports.tsx'
import styles from './desk.module.css'

interface DeskProjectProps {
  opened: DeskProject
  href: string
  fields: Field[]
  longAgo: string
  done: string | null
  refused: string | null
}

const actsOn = {
  announced: ['status', 'confirmation', 'findings', 'outcomes', 'joining', 'signing', 'title', 'details', 'notes'],
  candidate: ['text', 'details', 'notes', 'round', 'dropping'],
  dropped: ['notes'],
} as const

/** A project at the desk: what to do now, who takes part, what has happened. */
export function DeskProjectPage({ opened, href, fields, longAgo, done, refused }: DeskProjectProps) {
  const { t, i18n } = useTranslation(['projectdesk', 'projects', 'catalogue'])
  const locale = i18n.language as Locale
  const { project, parties, candidacy, round, origin } = opened
  const title = { ja: project.titleJa, zh: project.titleZh }
  const day = (date: string | null) => date && formatDate(date, locale)
  const old = project.state === 'announced' && (!project.lastConfirmedOn || project.lastConfirmedOn < longAgo)
  return (
    <DeskPage title={named(title, locale).text} actions={<p><a href={`/${locale}/desk/projects`}>← {t('back')}</a></p>}>
      {done && (
        <Notice role="status">
          <p>{t(`done.${done}` as 'done.status', { defaultValue: '' })}</p>
        </Notice>
      )}
      {refused && (
        <Notice tone="waiting" role="alert">
          <p>{t(`refused.${refused}` as 'refused.future', { defaultValue: '' })}</p>
        </Notice>
      )}
      {candidacy?.held && project.state === 'candidate' && (
        <Notice tone="harm">
          <p>{t('show.held')}</p>
        </Notice>
      )}
      {old && (
        <Notice tone="waiting">
          <p>{t('show.old')}</p>
          <form method="post" action={`${href}/asking`}>
            <Button>{t('acts.asking')}</Button>
          </form>
        </Notice>
      )}
      <WaitingReports opened={opened} href={href} />
      <nav className={styles.acts} aria-label={t('show.acts')}>
        {actsOn[project.state].map((act, at) => (
          <LinkButton key={act} href={`${href}/${act}`} size="small" {...(at > 1 ? { tone: act === 'dropping' ? 'harm' : 'quiet' } : {})}>
            {t(`acts.${act}`)}
          </LinkButton>
        ))}
        {project.state === 'announced' && !old && (
          <form method="post" action={`${href}/asking`}>
            <Button size="small" tone="quiet">{t('acts.asking')}</Button>
          </form>
        )}
        {project.state === 'dropped' && (
          <form method="post" action={`${href}/resumption`}>
            <Button size="small">{t('acts.resumption')}</Button>
          </form>
        )}
      </nav>
      <div className={styles.columns}>
        <div>
          {opened.title && candidacy && <Confirming title={opened.title} href={href} />}
          <section className={styles.part}>
            <Timeline events={opened.events} desk />
          </section>
        </div>
        <div>
          <section className={styles.part}>
            <h2>{t('show.facts')}</h2>
            <Facts
              facts={[
                [t('text.titleJa'), title.ja && <span lang="ja">{title.ja}</span>],
                [t('text.titleZh'), title.zh && <span lang="zh-Hans">{title.zh}</span>],
                [t('entry.state'), project.state === 'candidate' && candidacy ? t(`stages.${candidacy.stage}`) : t(`states.${project.state}`)],
                [t('projects:forum'), round ? [named(round, locale).text, project.number && t('show.number', { n: project.number })].filter(Boolean).join(' ') : candidacy?.forum ? t('show.meantFor', { n: candidacy.forum }) : null],
                [t('projects:announcedOn'), day(project.announcedOn)],
                [t('projects:status'), project.state === 'announced' ? `${t(`projects:statuses.${project.status}`)}${project.statusOn ? ` · ${t('projects:statusOn', { date: day(project.statusOn) })}` : ''}` : null],
                [t('projects:confirmed'), project.state === 'announced' ? (day(project.lastConfirmedOn) ?? t('list.never')) : null],
                [t('projects:region'), project.region && t(`catalogue:regions.${project.region as 'CN-BJ'}`)],
                [t('projects:fields'), project.fields.map((id) => fields.find((field) => field.id === id)?.[locale] ?? id).join('、')],
                [t('show.way'), candidacy && t(`ways.${candidacy.way}`)],
                [t('show.origin'), origin && <a href={`/${locale}/desk/inquiries/${origin.id}`}>{origin.ticket}</a>],
                [t('show.public'), project.state === 'announced' && <a href={`/${locale}/projects/${project.slug}`}>{t('show.publicPage')}</a>],
              ]}
            />
          </section>
          <section className={styles.part}>
            <h2>{t('list.parties')}</h2>
            {(['japan', 'china'] as const).map((side) => (
              <div key={side}>
                <h3>{t(`projects:sides.${side}`)}</h3>
                <ul className={styles.party}>
                  {parties
                    .filter((party) => party.side === side)
                    .map((party) => (
                      <li key={party.id} className={party.untilOn ? styles.left : undefined}>
                        <Written text={[...new Set([party.nameJa, party.nameZh])].filter(Boolean).join(' / ')} />
                        <small>
                          {[
                            t(`projects:party.kinds.${party.kind}`),
                            party.fromOn && t('projects:since', { date: day(party.fromOn) }),
                            party.untilOn && t('projects:until', { date: day(party.untilOn) }),
                            t('party.contacts', { n: party.contacts }),
                            party.askedAt && t('party.asked', { at: formatTime(party.askedAt, locale) }),
                          ]
                            .filter(Boolean)
                            .join(' · ')}
                        </small>
                        <span className={styles.links}>
                          <a href={`${href}/parties/${party.id}/contacts`}>{t('acts.contacts')}</a>
                          <a href={`/${locale}/desk/projects/parties/${party.partyKey}`}>{t('acts.body')}</a>
                          {project.state === 'announced' && !party.untilOn && <a href={`${href}/parties/${party.id}/departure`}>{t('acts.departure')}</a>}
                        </span>
                      </li>
                    ))}
                </ul>
              </div>
            ))}
          </section>
          <Outcomes outcomes={opened.outcomes} />
        </div>
      </div>
    </DeskPage>
  )
}
