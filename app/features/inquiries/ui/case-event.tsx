import { useTranslation } from 'react-i18next'
import { formatDate, formatTime } from '#app/platform/locale.ts'
import { Written } from '#app/ui/written.tsx'
import type { Case } from '../case.server.ts'
import { nameFor, useReading } from './reading.ts'
import styles from './case-page.module.css'

type Event = Case['events'][number]

/** The firm of an approach by name, in the reader's language. */
export function useFirmOf(opened: Case) {
  const locale = useReading()
  return (approachId: unknown) => {
    const approach = opened.approaches.find((one) => one.id === approachId)
    return approach ? nameFor(approach.company, locale) : null
  }
}

/** One line of history: when, what, by whom, and what its codes say in words. */
export function CaseEvent({ event, opened }: { event: Event; opened: Case }) {
  const { t } = useTranslation('desk')
  const locale = useReading()
  const firm = useFirmOf(opened)(event.codes.approach)
  const more = useCodeWords(opened)(event)
  const actor = event.name ?? t(`inquiries.actor.${event.actor}` as 'inquiries.actor.buyer', { defaultValue: '' })
  return (
    <>
      <time dateTime={event.at.toISOString()}>{formatTime(event.at, locale)}</time>
      <strong>{t(`inquiries.event.${event.verb}` as 'inquiries.event.opened', { defaultValue: event.verb })}</strong> <Written text={[actor, firm].filter(Boolean).join(' / ')} />
      {more.length > 0 && <span className={styles.more}>{more.join(' / ')}</span>}
    </>
  )
}

function useCodeWords(opened: Case) {
  const { t } = useTranslation(['inbox', 'desk', 'inquiries', 'casework'])
  const locale = useReading()
  const word = (key: string, code: unknown) => (typeof code === 'string' && code ? t(`${key}.${code}` as 'casework:holdReason.other', { defaultValue: '' }) : '')
  const reasons: Partial<Record<string, string>> = {
    held: 'casework:holdReason', reopened: 'casework:reopenReason', escalated: 'casework:escalationReason', declined: 'inquiries:declineReason',
    refused: 'inquiries:refusalReason', failed: 'inquiries:failReason', closed: 'inquiries:closeReason',
  }
  const person = (id: unknown) => (typeof id === 'string' && opened.people[id]) || t('story.nobody')
  return ({ verb, codes }: Event): string[] => {
    const group = reasons[verb]
    const reason = group ? word(group, codes.reason) : ''
    const parts: Record<string, string[]> = {
      opened: [word('desk:inquiries.case.origins', codes.origin), word('inquiries:channel', codes.channel)],
      taken: [person(codes.owner)],
      transferred: [`${person(codes.from)} → ${person(codes.to)}`, word('casework:offices', codes.office)],
      held: [typeof codes.until === 'string' ? t('story.until', { day: formatDate(codes.until, locale) }) : ''],
      returned: [word('desk:inquiries.stage', codes.to)],
      escalated: [word('casework:what', codes.what)],
      reminded: [word('casework:what', codes.what)],
      relayed: [`→ ${word('desk:inquiries.actor', codes.to)}`, typeof codes.files === 'number' && codes.files > 0 ? t('story.files', { n: codes.files }) : ''],
      consented: [word('desk:inquiries.actor', codes.side), word('casework:attempt', codes.how)],
      refused: [word('desk:inquiries.actor', codes.side)],
      'leak-overridden': [typeof codes.count === 'number' ? t('story.leaks', { n: codes.count }) : ''],
    }
    const task = verb.startsWith('task-') ? [word('casework:tasks.kind', codes.kind), word('casework:tasks.about', codes.about), word('casework:attempt', codes.channel)] : []
    return [...(parts[verb] ?? []), ...task, reason && t('story.reason', { reason }), codes.proxy === true && verb !== 'withdrawn' ? t('story.proxy') : ''].filter((text) => text !== '')
  }
}
