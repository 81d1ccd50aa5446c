import { useTranslation } from 'react-i18next'
import type { Answers, refusalReasons, responseStates, Section, waysToAnswer, waysToAsk } from '#db/schema/surveys.ts'
import { formatTime, type Locale } from '#app/platform/locale.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { AnswerList } from './answer-list.tsx'
import { RefusedNotice } from './refused-notice.tsx'
import styles from './surveys.module.css'

interface Shown {
  back: string
  href: string
  party: string
  title: string
  project: string
  state: (typeof responseStates)[number]
  how: (typeof waysToAsk)[number]
  reminders: number
  reason: (typeof refusalReasons)[number] | null
  remark: string | null
  sentAt: Date | null
  via: (typeof waysToAnswer)[number] | null
  open: boolean
  answers: Answers
  sections: readonly Section[]
  first: string | null
  refused: string | null
  /** what it said of the project waits for the desk */
  waiting: boolean
}

/** A party of a round: where it stands, what the secretary can do about it, what it has answered. */
export function RecipientPage({ back, href, party, title, project, state, how, reminders, reason, remark, sentAt, via, open, answers, sections, first, refused, waiting }: Shown) {
  const { t, i18n } = useTranslation('surveys')
  const locale = i18n.language as Locale
  const marked = state === 'refused' || state === 'unreachable' || state === 'dissolved'
  const act = (name: string, label: string, tone: 'quiet' | 'harm' = 'quiet') => (
    <form method="post" action={`${href}/${name}`}>
      <Button tone={tone}>{label}</Button>
    </form>
  )
  return (
    <Sheet title={party} lead={<a href={project}>{title}</a>} back={{ href: back, label: t('desk.backRound') }}>
      <RefusedNotice reason={refused} />
      <Facts
        facts={[
          [t('desk.table.state'), `${t(`states.${state}`)}${via ? t('desk.by', { via: t(`via.${via}`) }) : ''}`],
          [t('desk.table.how'), t(`how.${how}`)],
          [t('states.sent'), sentAt && formatTime(sentAt, locale)],
          [t('states.reminded'), reminders > 0 ? t('desk.reminders', { n: reminders }) : null],
          [t('states.refused'), reason && `${t('recipient.refusedFor', { reason: t(`reasons.${reason}`) })}${remark ? `\n${remark}` : ''}`],
        ]}
      />
      {open && (
        <>
          <h2>{t('recipient.acts')}</h2>
          {!marked && (
            <>
              <p>{t('recipient.phoneNote')}</p>
              <LinkButton href={first ? `${href}/steps/${first}` : `${href}/review`}>{t('recipient.phone')}</LinkButton>
            </>
          )}
          {state !== 'refused' && state !== 'dissolved' && <p className={styles.after}>{t('recipient.againNote')}</p>}
          <div className={styles.buttons}>
            {state !== 'refused' && state !== 'dissolved' && act('letter', t('recipient.again'))}
            {!marked && act('link-ending', t('recipient.end'))}
            {!marked && state !== 'answered' && (
              <LinkButton tone="quiet" href={`${href}/refusal`}>
                {t('recipient.refuse')}
              </LinkButton>
            )}
            {['not-sent', 'sent', 'reminded'].includes(state) && act('unreachable', t('recipient.unreachable'))}
            {state !== 'answered' && state !== 'refused' && state !== 'dissolved' && act('dissolution', t('recipient.dissolved'))}
            {marked && act('unmarking', t('recipient.unmark'))}
          </div>
        </>
      )}
      <h2>{t('recipient.answers')}</h2>
      {waiting && (
        <p>
          <a href={project}>{t('recipient.waiting')}</a>
        </p>
      )}
      {Object.keys(answers).length === 0 ? <p>{t('recipient.noAnswers')}</p> : <AnswerList sections={sections} answers={answers} />}
    </Sheet>
  )
}
