import { useTranslation } from 'react-i18next'
import { formatTime } from '#app/platform/locale.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { actsOnApproach } from '../acts.ts'
import type { CaseApproach } from '../case.server.ts'
import { Chip, toneOf } from './chip.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Written } from '#app/ui/written.tsx'
import { nameFor, useReading } from './reading.ts'
import styles from './case-page.module.css'

/** Each firm that was asked: where it stands, who has agreed, what can be done next. */
export function CaseApproaches({ approaches, href }: { approaches: readonly CaseApproach[]; href: string }) {
  const { t } = useTranslation('desk')
  if (approaches.length === 0) return <p>{t('inquiries.case.noApproach')}</p>
  return (
    <>
      {approaches.map((approach) => (
        <Approach key={approach.id} approach={approach} href={`${href}/approaches/${approach.id}`} />
      ))}
    </>
  )
}

function Approach({ approach, href }: { approach: CaseApproach; href: string }) {
  const { t } = useTranslation(['desk', 'inquiries', 'needs', 'conversation'])
  const locale = useReading()
  const { stage, declineReason, outcomeReason } = approach
  const agreed = (at: Date | null) => (at ? t('inquiries.case.consents.yes', { at: formatTime(at, locale) }) : t('inquiries.case.consents.no'))
  const group = stage === 'refused' ? 'refusalReason' : 'declineReason'
  const reason = declineReason ? t(`inquiries:${group}.${declineReason}` as 'inquiries:declineReason.other') : outcomeReason && t(`inquiries:failReason.${outcomeReason}` as 'inquiries:failReason.other')
  const asked = stage !== 'forwarded' && stage !== 'interested' && stage !== 'declined'
  return (
    <section className={styles.approach}>
      <h3>
        {nameFor(approach.company, locale)} <Chip tone={toneOf(stage)}>{t(`inquiries.approachStage.${stage}`)}</Chip>
      </h3>
      {approach.offered && <p>{t('needs:offer.byItself')}</p>}
      <Facts
        facts={[
          [t('needs:offer.technologiesOf'), approach.offer && approach.offer.map((name) => nameFor(name, locale)).join('、')],
          [t('inquiries.case.declined'), reason],
          [t('inquiries.case.consents.buyer'), asked ? agreed(approach.buyerConsentAt) : null],
          [t('inquiries.case.consents.firm'), asked ? agreed(approach.firmConsentAt) : null],
        ]}
      />
      <div className={styles.acts}>
        {actsOnApproach(approach).map((act, at) => (
          <LinkButton key={act} href={`${href}/${act}`} tone={at === 0 && act !== 'relay' && act !== 'response' ? undefined : 'quiet'}>
            {t(`inquiries.act.${act}`)}
          </LinkButton>
        ))}
      </div>
      <p className={styles.back}>
        <a href={`${href}/link`}>{t('conversation:link.title')}</a>
      </p>
      <details>
        <summary>{t('inquiries.case.question')}</summary>
        <p>
          <Written text={approach.question} />
        </p>
      </details>
    </section>
  )
}
