import { useTranslation } from 'react-i18next'
import { formatDate, type Locale } from '#app/platform/locale.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Written } from '#app/ui/written.tsx'
import { RecordTable } from '#app/ui/record-table.tsx'
import { named } from '../../../catalogue/naming.ts'
import type { Candidate, ReadingItem } from '../../candidates/announcing.server.ts'
import styles from './desk.module.css'

interface RoundPageProps {
  round: { round: number; nameJa: string; nameZh: string; date: string | null; announced: number | null; cumulative: number | null }
  home: string
  href: string
  candidates: Candidate[]
  reading: ReadingItem[]
  today: string
  done: string | null
  refused: string | null
}

/** A round before and after its ceremony: candidates by stage, their order of reading, the announcement. */
export function RoundPage({ round, home, href, candidates, reading, today, done, refused }: RoundPageProps) {
  const { t, i18n } = useTranslation(['projectdesk', 'projects'])
  const locale = i18n.language as Locale
  const ready = reading.filter((item) => item.state === 'candidate')
  const announced = reading.filter((item) => item.state === 'announced')
  const groups = [
    ...(['hearing', 'confirming'] as const).map((stage) => ({ key: stage, items: candidates.filter((one) => one.state === 'candidate' && one.stage === stage) })),
    { key: 'dropped' as const, items: candidates.filter((one) => one.state === 'dropped') },
  ]
  return (
    <DeskPage
      title={named({ ja: round.nameJa, zh: round.nameZh }, locale).text}
      actions={
        <div className={styles.acts}>
          <LinkButton size="small" href={`${href}/reading`}>{t('reading.title')}</LinkButton>
          <LinkButton size="small" tone="quiet" href={`${href}/figures`}>{t('rounds.figures')}</LinkButton>
          <a href={`${home}/rounds`}>{t('rounds.title')}</a>
        </div>
      }
    >
      {done && (
        <Notice role="status">
          <p>{t(`done.${done}` as 'done.ordered', { defaultValue: '' })}</p>
        </Notice>
      )}
      {refused && (
        <Notice tone="waiting" role="alert">
          <p>{t(`refused.${refused}` as 'refused.future', { defaultValue: '' })}</p>
        </Notice>
      )}
      <p>
        {[round.date && formatDate(round.date, locale), t('rounds.published', { announced: round.announced ?? '—', cumulative: round.cumulative ?? '—' }), t('rounds.registeredHere', { n: announced.length })].filter(Boolean).join(' · ')}
      </p>
      <section className={styles.part}>
        <h2>{t('rounds.ready', { n: ready.length })}</h2>
        {ready.length === 0 ? (
          <p>{t('rounds.noneReady')}</p>
        ) : (
          <form method="post" action={`${href}/announcement`} noValidate>
            <p>{t('rounds.readyLead')}</p>
            <RecordTable className={styles.table}>
              <thead>
                <tr>
                  {(['announce', 'order', 'title'] as const).map((column) => (
                    <th key={column} scope="col">
                      {t(`rounds.columns.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {ready.map((item) => (
                  <tr key={item.id}>
                    <td data-label={t('rounds.columns.announce')}>
                      <input type="checkbox" name="chosen" value={item.id} defaultChecked aria-label={named({ ja: item.titleJa, zh: item.titleZh }, locale).text} />
                    </td>
                    <td className={styles.number} data-label={t('rounds.columns.order')}>
                      <input name={`number.${item.id}`} inputMode="numeric" defaultValue={item.number ?? ''} aria-label={t('rounds.columns.order')} />
                    </td>
                    <td>
                      <a href={`${home}/${item.id}`}><Written text={named({ ja: item.titleJa, zh: item.titleZh }, locale).text} /></a>
                    </td>
                  </tr>
                ))}
              </tbody>
            </RecordTable>
            <p>
              <Button size="small" tone="quiet" formAction={`${href}/order`}>
                {t('rounds.saveOrder')}
              </Button>
            </p>
            <TextField name="on" type="date" label={t('rounds.on')} hint={t('rounds.onHint')} required max={today} defaultValue={round.date && round.date <= today ? round.date : today} />
            <Button>{t('rounds.announce')}</Button>
          </form>
        )}
      </section>
      {groups.map(({ key, items }) => (
        <section key={key} className={styles.part}>
          <h2>
            {t(key === 'dropped' ? 'states.dropped' : `stages.${key}`)}（{items.length}）
          </h2>
          <ul className={styles.party}>
            {items.map((item) => (
              <li key={item.id}>
                <a href={`${home}/${item.id}`}><Written text={named({ ja: item.titleJa, zh: item.titleZh }, locale).text} /></a>
                <small><Written text={[t(`ways.${item.way}`), item.held && t('rounds.held'), item.parties.map((party) => named(party, locale).text).join(' / ')].filter(Boolean).join(' · ')} /></small>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section className={styles.part}>
        <h2>{t('rounds.registeredHere', { n: announced.length })}</h2>
        <ol className={styles.party}>
          {announced.map((item) => (
            <li key={item.id}>
              {item.number && `${item.number}. `}
              <a href={`${home}/${item.id}`}><Written text={named({ ja: item.titleJa, zh: item.titleZh }, locale).text} /></a>
            </li>
          ))}
        </ol>
      </section>
    </DeskPage>
  )
}
