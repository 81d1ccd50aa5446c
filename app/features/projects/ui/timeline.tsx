import { useTranslation } from 'react-i18next'
import { formatDate, type Locale } from '#app/platform/locale.ts'
import { Text } from '../../catalogue/ui/text.tsx'
import type { ProjectView } from '../register.server.ts'
import styles from './timeline.module.css'

type Event = ProjectView['events'][number] & { sourceText?: string | null; public?: boolean; author?: string | null }

const list = (codes: unknown) => (typeof codes === 'string' ? codes.split(' ').filter(Boolean) : [])

/** What happened, the newest first, each with its date and where it is known from; at the desk also who wrote it and whether the public reads it. */
export function Timeline({ events, desk }: { events: Event[]; desk?: boolean }) {
  const { t, i18n } = useTranslation(['projects', 'projectdesk', 'surveys'])
  const locale = i18n.language as Locale
  const words = ({ verb, codes }: Event) => {
    const own = locale === 'ja' ? 'Ja' : 'Zh'
    const either = (stem: string) => String(codes[stem + own] ?? codes[`${stem}Ja`] ?? codes[`${stem}Zh`] ?? '')
    const head = t(`events.${verb}`, { status: codes.status ? t(`statuses.${codes.status as 'signed'}`) : '', name: either('name') })
    if (verb === 'obstacle') return `${head}：${t(`obstacles.${codes.obstacle as 'permit'}`)}`
    if (verb === 'wish') return `${head}：${t(`wishes.${codes.wish as 'matching'}`)}`
    if (verb === 'retitled') return `${head}（${t('earlierTitle', { title: either('from') })}）`
    if (verb === 'outcome') {
      const said = [...list(codes.kinds).map((kind) => t(`outcomeKinds.${kind as 'contract'}`)), ...list(codes.impacts).map((impact) => t(`surveys:lists.impacts.${impact as 'jobs'}`))]
      return said.length > 0 ? `${head}：${said.join('、')}` : head
    }
    if (verb === 'note' && desk) for (const code of ['entered', 'dropped', 'resumed'] as const) if (codes[code]) return t(`projectdesk:notes.${code}`)
    return head
  }
  const whose = ({ codes: { side, via } }: Event) => side && via && t('projectdesk:timeline.whose', { side: t(`sides.${side as 'japan'}`), via: t(`surveys:via.${via as 'link'}`) })
  return (
    <section>
      <h2>{t('history')}</h2>
      <p>{t('historyLead')}</p>
      <ol className={styles.timeline}>
        {[...events].reverse().map((event) => (
          <li key={event.id}>
            <time dateTime={event.on}>{formatDate(event.on, locale)}</time>
            <p>{words(event)}</p>
            {desk ? (
              [event.ja, event.zh].map((text, at) => text && <p key={at} lang={at === 0 ? 'ja' : 'zh-Hans'} className={styles.words}>{text}</p>)
            ) : (
              (event.ja || event.zh) && (
                <p className={styles.words}>
                  <Text text={{ ja: event.ja, zh: event.zh }} />
                </p>
              )
            )}
            <p className={styles.source}>
              {t('from', { source: t(`sources.${event.source}`) })}
              {desk && [event.sourceText, whose(event), event.author, t(event.public ? 'projectdesk:timeline.public' : 'projectdesk:timeline.desk')].filter(Boolean).map((text) => ` · ${text}`)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
