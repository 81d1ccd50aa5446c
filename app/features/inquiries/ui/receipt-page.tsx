import { useTranslation } from 'react-i18next'
import { formatDate } from '#app/platform/locale.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { isOpen } from '../stages.ts'
import type { Receipt } from '../receipt.server.ts'
import { Facts } from '#app/ui/facts.tsx'
import { FileList } from './case-files.tsx'
import { PublicationNotice } from '../needs/ui/publication-form.tsx'
import { DialogueForm } from './dialogue-form.tsx'
import { nameFor, useReading } from './reading.ts'
import { ReleasedDocuments } from './released-documents.tsx'
import { ReplyForm } from './reply-form.tsx'
import { Steps } from './steps.tsx'
import { TechnologyNames } from './technology-names.tsx'
import { Thread } from './thread.tsx'
import styles from './receipt-page.module.css'

/** What happens next and by when, in one sentence. */
function nextOf({ stage, label, channel, firms }: Receipt) {
  const waiting = firms.filter((firm) => firm.stage === 'consenting')
  if (stage === 'withdrawn' || stage === 'needs-info') return stage
  if (stage === 'consenting') return waiting.every((firm) => firm.agreed) ? 'waiting-firm' : 'consenting'
  if (label === 'introduced' && channel !== 'email') return 'introduced-by-office'
  return label
}

/** All that a buyer without e-mail needs: number, key, where the case is, what was said, and what may be done. */
export function ReceiptPage({ receipt, href, done }: { receipt: Receipt; href: string; done: string | null }) {
  const { t } = useTranslation(['inquiries', 'trust', 'conversation'])
  const locale = useReading()
  const { stage, firms } = receipt
  const waiting = firms.filter((firm) => firm.stage === 'consenting' && !firm.agreed)
  const agreed = firms.filter((firm) => firm.stage === 'consenting' && firm.agreed)
  const next = nextOf(receipt)
  return (
    <Sheet title={t('receipt.title')}>
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
      {stage === 'received' && !done && (
        <Notice role="status">
          <p>{t('receipt.new')}</p>
        </Notice>
      )}
      <Facts
        facts={[
          [t('receipt.number'), <span key="n" className={styles.number}>{receipt.ticket}</span>],
          [t('receipt.sentOn'), formatDate(receipt.createdAt, locale)],
        ]}
      />
      <h2>{t('receipt.progress')}</h2>
      <Steps label={receipt.label} passed={receipt.passed} />
      <Notice tone={next === 'needs-info' || next === 'consenting' ? 'waiting' : undefined}>
        <h3>{t('receipt.nextTitle')}</h3>
        <p>{t(`next.${next}`)}</p>
        {agreed.map((firm) => (
          <p key={firm.approach}>{t('receipt.consented', { company: nameFor(firm.name, locale) })}</p>
        ))}
        {firms
          .filter((firm) => firm.stage === 'introduced')
          .map((firm) => (
            <DialogueForm key={firm.approach} href={href} approach={firm.approach} company={firms.length > 1 ? nameFor(firm.name, locale) : null} />
          ))}
        {waiting.length > 0 && (
          <p>
            <LinkButton href={`${href}/consent`}>{t('receipt.consentLink')}</LinkButton>
          </p>
        )}
      </Notice>
      {isOpen(stage) && <PublicationNotice publication={receipt.publication} href={href} locale={locale} />}
      <Key href={href} number={receipt.ticket} />
      {receipt.technologies.length > 0 && (
        <>
          <h2>{t('receipt.technologies')}</h2>
          <TechnologyNames technologies={receipt.technologies} />
        </>
      )}
      <ReleasedDocuments releases={receipt.releases} />
      <h2>{t('receipt.messages')}</h2>
      <Thread messages={receipt.messages} reader="buyer" />
      {receipt.files.length > 0 && <h2>{t('conversation:files.link')}</h2>}
      <FileList files={receipt.files} href={href} />
      {isOpen(stage) && <ReplyForm href={href} asked={stage === 'needs-info'} />}
      <p className={styles.quiet}>
        {isOpen(stage) && <a href={`${href}/files`}>{t('conversation:files.add')}</a>}
        <a href={`${href}/withdrawal`}>{t(isOpen(stage) ? 'receipt.withdraw' : 'trust:receipt.link')}</a>
        <a href={`/${locale}/privacy`}>{t('receipt.privacy')}</a>
      </p>
    </Sheet>
  )
}

/** The address is the key to the case: to be kept as a bookmark or as a picture. The picture stands outside of any link. */
function Key({ href, number }: { href: string; number: string }) {
  const { t } = useTranslation('inquiries')
  return (
    <section className={styles.key}>
      <p>{t('receipt.keep')}</p>
      <figure>
        <img src={`${href}/receipt.png`} width="240" height="300" alt={t('receipt.pictureAlt', { number })} />
        <figcaption>{t('receipt.qrHint')}</figcaption>
      </figure>
    </section>
  )
}
