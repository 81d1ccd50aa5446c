import { useTranslation } from 'react-i18next'
import { formatTime } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import { TextArea, type Kept } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Case } from '../case.server.ts'
import { maskBuyer } from '../masking.ts'
import { CaseApproaches } from './case-approaches.tsx'
import { CaseErasure, ErasureLinks } from './case-erasure.tsx'
import { CaseNow } from './case-now.tsx'
import { CaseStory, OpeningWords } from './case-story.tsx'
import { CaseTasks } from './case-tasks.tsx'
import { Chip, toneOf } from './chip.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { MaskedBuyerFacts } from './masked-buyer.tsx'
import { useReading } from './reading.ts'
import { TechnologyNames } from './technology-names.tsx'
import styles from './case-page.module.css'

export interface CasePageProps {
  opened: Case
  href: string
  done: string | null
  note?: Kept | null
}

/** A case from top to bottom: what to do now, who asks what, which firms were asked, how it came about. */
export function CasePage({ opened, href, done, note }: CasePageProps) {
  const { t } = useTranslation(['desk', 'inquiries', 'files', 'conversation', 'casework', 'needs', 'trust'])
  const locale = useReading()
  const { inquiry, technologies } = opened
  return (
    <DeskPage
      title={
        <>
          {inquiry.ticket} <Chip tone={toneOf(inquiry.stage)}>{t(`inquiries.stage.${inquiry.stage}`)}</Chip>
        </>
      }
      actions={
        <p className={styles.back}>
          <a href={`/${locale}/desk/inquiries`}>← {t('inquiries.case.back')}</a>
        </p>
      }
    >
      {done && (
        <Notice role="status">
          <p>{t(`inquiries.done.${done}` as 'inquiries.done.taken', { defaultValue: '' })}</p>
        </Notice>
      )}
      <Warnings opened={opened} />
      <CaseErasure {...opened} />
      {!inquiry.erasedAt && <CaseNow opened={opened} href={href} />}
      <CaseTasks tasks={opened.tasks} href={href} />
      <div className={styles.columns}>
        <div className={styles.who}>
          <h2>{t('inquiries.case.who')}</h2>
          <MaskedBuyerFacts buyer={maskBuyer(inquiry, null)} atDesk />
          {inquiry.nameToFirm && <p>{t('inquiries.case.nameToFirm')}</p>}
          <Facts
            facts={[
              [t('inquiries.case.kind'), t(`inquiries:kind.${inquiry.kind}`)],
              [t('inquiries.case.channel'), t(`inquiries:channel.${opened.channel}`)],
              [t('inquiries.case.language'), t(`inquiries.case.langs.${inquiry.locale === 'zh' ? 'zh' : 'ja'}`)],
              [t('inquiries.case.origin'), t(`inquiries.case.origins.${inquiry.origin}`)],
              [t('inquiries.case.receivedAt'), formatTime(inquiry.createdAt, locale)],
              [t('inquiries.case.owner'), opened.owner ?? t('inquiries.inbox.nobody')],
              [t('casework:transfer.office'), inquiry.office && t(`casework:offices.${inquiry.office}`)],
            ]}
          />
          {!inquiry.erasedAt && (
            <form method="post" action={`${href}/contact`}>
              <Button tone="quiet">{t('inquiries.case.contact')}</Button>
              <p>
                {t('inquiries.case.contactNote')} <a href={`${href}/contact`}>{t('trust:seen.title')}</a>
              </p>
            </form>
          )}
          <ErasureLinks opened={opened} href={href} />
        </div>
        <div>
          <h2>{t('inquiries.case.what')}</h2>
          {technologies.length > 0 && <TechnologyNames technologies={technologies} />}
          {technologies.length > 0 && !inquiry.erasedAt && (
            <p>
              <a href={`${href}/releases`}>{t('files:releases.act')}</a>
            </p>
          )}
          {!inquiry.erasedAt && <OpeningWords opened={opened} />}
          {!inquiry.erasedAt && (
            <p>
              <a href={`${href}/files`}>{t('conversation:files.atDesk')}</a>
            </p>
          )}
          {technologies.length === 0 && inquiry.stage !== 'received' && !inquiry.erasedAt && (
            <p>
              <a href={`${href}/need`}>{t('needs:desk.link')}</a>
            </p>
          )}
          <h2>{t('inquiries.case.approaches')}</h2>
          <CaseApproaches approaches={opened.approaches} href={href} />
          <h2>{t('inquiries.case.story')}</h2>
          <CaseStory opened={opened} />
          {!inquiry.erasedAt && (
            <form method="post" action={`${href}/notes`} noValidate>
              <TextArea name="note" label={t('inquiries.case.note')} hint={t('inquiries.case.noteHint')} rows={3} maxLength={2000} kept={note} />
              <Button tone="quiet">{t('inquiries.case.noteSend')}</Button>
            </form>
          )}
        </div>
      </div>
    </DeskPage>
  )
}

function Warnings({ opened }: { opened: Case }) {
  const { t } = useTranslation('desk')
  const locale = useReading()
  return (
    <>
      {opened.inquiry.held && ['received', 'checking'].includes(opened.inquiry.stage) && (
        <Notice tone="harm">
          <p>{t('inquiries.case.held')}</p>
        </Notice>
      )}
      {opened.sameContact.length > 0 && (
        <Notice tone="waiting">
          <p className={styles.same}>
            {t('inquiries.case.same')}{' '}
            {opened.sameContact.map((other) => (
              <a key={other.id} href={`/${locale}/desk/inquiries/${other.id}`}>
                {other.ticket}
              </a>
            ))}
          </p>
        </Notice>
      )}
    </>
  )
}
