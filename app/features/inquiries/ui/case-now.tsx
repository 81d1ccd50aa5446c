import { useTranslation } from 'react-i18next'
import { formatTime } from '#app/platform/locale.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { actsOnCase, nextAct, rareActsOnCase, type CaseAct } from '../acts.ts'
import type { Case } from '../case.server.ts'
import { nameFor, useReading } from './reading.ts'
import styles from './case-page.module.css'

/** What now: the one next act, until when and from whom; then what else could be done. */
export function CaseNow({ opened, href }: { opened: Case; href: string }) {
  const { t } = useTranslation(['desk', 'casework', 'inbox', 'projectdesk'])
  const locale = useReading()
  const { stage, dueAt, waitsFor, escalatedAt } = opened.inquiry
  const next = nextAct(stage, opened.tasks, opened.approaches)
  const others = actsOnCase(stage).filter((act) => next?.of !== 'case' || next.act !== act)
  const rare = rareActsOnCase(stage)
  return (
    <section className={styles.now}>
      <h2>{t('inquiries.case.now')}</h2>
      <p>
        {next?.of === 'task' ? t('inbox:now.tasks') : t(`inquiries.next.${stage}`)}
        {dueAt && waitsFor && (
          <small className={styles.due}>
            {t('casework:due.at', { at: formatTime(dueAt, locale) })} / {t('casework:due.from')}: {t(`casework:due.waits.${waitsFor}`)}
          </small>
        )}
        {escalatedAt && <small className={styles.due}>{t('inbox:now.escalated', { at: formatTime(escalatedAt, locale) })}</small>}
      </p>
      {stage === 'agreed' && (
        <div className={styles.acts}>
          <LinkButton href={`${href}/project`}>{t('projectdesk:entry.fromInquiry')}</LinkButton>
        </div>
      )}
      {next && (
        <div className={styles.acts}>
          {next.of === 'case' && <Act act={next.act} href={href} first />}
          {next.of === 'approach' && <LinkButton href={`${href}/approaches/${next.approach.id}/${next.act}`}>{t('inbox:now.firm', { firm: nameFor(next.approach.company, locale), act: t(`inquiries.act.${next.act}`) })}</LinkButton>}
          {next.of === 'task' && <LinkButton href={`${href}/tasks/${next.task.id}`}>{t(`casework:tasks.kind.${next.task.kind}`)}</LinkButton>}
        </div>
      )}
      {others.length > 0 && (
        <div className={styles.others}>
          {next && <small>{t('inbox:now.others')}</small>}
          <div className={styles.acts}>
            {others.map((act) => (
              <Act key={act} act={act} href={href} />
            ))}
          </div>
        </div>
      )}
      {rare.length > 0 && (
        <details className={styles.rare} open={rare.includes('reopening') || undefined}>
          <summary>{t('casework:otherActs')}</summary>
          <div className={styles.acts}>
            {rare.map((act) => (
              <LinkButton key={act} href={`${href}/${act}`} tone="quiet" size="small">
                {t(`inquiries.act.${act}`)}
              </LinkButton>
            ))}
          </div>
        </details>
      )}
    </section>
  )
}

function Act({ act, href, first }: { act: CaseAct; href: string; first?: boolean }) {
  const { t } = useTranslation('desk')
  const tone = first ? {} : { tone: act === 'closure' ? ('harm' as const) : ('quiet' as const) }
  if (act !== 'taking') {
    return (
      <LinkButton href={`${href}/${act}`} {...tone}>
        {t(`inquiries.act.${act}`)}
      </LinkButton>
    )
  }
  return (
    <form method="post" action={`${href}/taking`}>
      <Button {...tone}>{t('inquiries.act.taking')}</Button>
    </form>
  )
}
