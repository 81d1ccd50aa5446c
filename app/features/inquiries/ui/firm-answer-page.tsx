import { useTranslation } from 'react-i18next'
import { formatDate } from '#app/platform/locale.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { FirmPage } from '../firm-page.server.ts'
import { isAlive } from '../stages.ts'
import { Facts } from '#app/ui/facts.tsx'
import { Written } from '#app/ui/written.tsx'
import { FileForm, FileList } from './case-files.tsx'
import { DialogueForm } from './dialogue-form.tsx'
import { DeclineForm, InterestForm, QuestionForm } from './firm-forms.tsx'
import { MaskedBuyerFacts } from './masked-buyer.tsx'
import { nameFor, useReading } from './reading.ts'
import { TechnologyNames } from './technology-names.tsx'
import { Thread } from './thread.tsx'
import styles from './firm-answer-page.module.css'

/** A firm's own page of a case: the question, a masked buyer, and the answers that are possible now. */
export function FirmAnswerPage({ page, href, done }: { page: FirmPage; href: string; done: string | null }) {
  const { t } = useTranslation(['inquiries', 'needs', 'conversation'])
  const locale = useReading()
  const state = page.stage === 'consenting' && page.agreed ? 'consentGiven' : page.stage
  const decides = page.stage === 'consenting' && !page.agreed
  return (
    <Sheet title={t('answer.title')} lead={t(page.offered ? 'needs:firm.offered' : page.technologies.length > 0 ? 'answer.lead' : 'needs:firm.lead')}>
      {done === 'sent' && (
        <Notice role="status">
          <p>{t('receipt.sent')}</p>
        </Notice>
      )}
      {done === 'already-moved' && (
        <Notice tone="waiting" role="alert">
          <p>{t('refused.already-moved')}</p>
        </Notice>
      )}
      <Notice tone={page.stage === 'forwarded' || decides ? 'waiting' : undefined}>
        <p>{t(`answer.state.${state}`)}</p>
        {page.stage === 'introduced' && <DialogueForm href={href} approach={page.id} company={null} />}
        {decides && (
          <p>
            <LinkButton href={`${href}/consent`}>{t('answer.consentLink')}</LinkButton>
          </p>
        )}
      </Notice>
      <Facts
        facts={[
          [t('answer.number'), page.ticket],
          [t('answer.to'), nameFor(page.company, locale)],
          [t('answer.askedOn'), formatDate(page.askedAt, locale)],
        ]}
      />
      <h2>{t('answer.question')}</h2>
      <div className={styles.question}>
        <Written text={page.question} />
      </div>
      {page.technologies.length > 0 && (
        <>
          <h2>{t('answer.technologies')}</h2>
          <TechnologyNames technologies={page.technologies} />
        </>
      )}
      <h2>{t(page.buyer.organisation ? 'answer.buyerNamed' : 'answer.buyer')}</h2>
      <MaskedBuyerFacts buyer={page.buyer} />
      {page.messages.length > 0 && (
        <>
          <h2>{t('answer.messages')}</h2>
          <Thread messages={page.messages} reader="firm" />
        </>
      )}
      {page.files.length > 0 && <h2>{t('conversation:files.link')}</h2>}
      <FileList files={page.files} href={href} />
      {page.stage === 'forwarded' && (
        <>
          <h2>{t('answer.reply')}</h2>
          <InterestForm href={href} />
        </>
      )}
      {isAlive(page.stage) && (
        <details className={styles.other}>
          <summary>{t('answer.ask')}</summary>
          <QuestionForm href={href} />
        </details>
      )}
      {isAlive(page.stage) && (
        <details className={styles.other}>
          <summary>{t('conversation:files.add')}</summary>
          <p>{t('conversation:files.lead')}</p>
          <FileForm action={`${href}/files`} />
        </details>
      )}
      {page.stage === 'forwarded' && (
        <details className={styles.other}>
          <summary>{t('answer.decline')}</summary>
          <DeclineForm href={href} />
        </details>
      )}
    </Sheet>
  )
}
