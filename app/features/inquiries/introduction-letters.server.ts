import { eq } from 'drizzle-orm'
import { inquiryContacts } from '#db/schema/inquiries.ts'
import { pick } from '#app/platform/locale.ts'
import type { Letter } from '#app/platform/mail.server.ts'
import { linkToAnswer, linkToReceipt, readApproachFor, type Told } from './letter-parts.server.ts'
import { contactOfApproach } from './telling.server.ts'

/**
 * The two letters of an introduction: the only place where contacts travel. Both judge once more, at the moment of
 * delivery, that both sides had agreed and that nothing was taken back since.
 */
async function introduced(told: Told) {
  const approach = await readApproachFor(told)
  const released = approach && ['introduced', 'in-dialogue', 'agreed'].includes(approach.stage)
  return released && approach.buyerConsentAt && approach.firmConsentAt ? approach : null
}

const field = ({ t }: Told, name: 'company' | 'department' | 'name' | 'email' | 'phone' | 'wechat', value: string | null) =>
  value ? [t(`letters:inquiry.introduction.${name}`, { value })] : []

export async function introductionToBuyer(told: Told): Promise<Letter | null> {
  const { t, db, inquiry: { ticket }, locale } = told
  const approach = await introduced(told)
  const contact = approach && (await contactOfApproach(db, approach))
  if (!contact) return null
  const company = pick(approach.company, locale)?.text ?? ''
  const lines = [
    ...field(told, 'company', company),
    ...field(told, 'department', contact.department),
    ...field(told, 'name', contact.name),
    ...field(told, 'email', contact.email),
    ...field(told, 'phone', contact.phone),
  ]
  return {
    title: t('letters:inquiry.introduction.title', { ticket }),
    paragraphs: [t('letters:inquiry.introduction.toBuyer', { company }), lines.join('\n'), t('letters:inquiry.introduction.purpose'), t('letters:inquiry.introduction.after')],
    ...(await linkToReceipt(told)),
    closing: t('letters:inquiry.closing'),
  }
}

export async function introductionToFirm(told: Told): Promise<Letter | null> {
  const { t, db, inquiry: { id, ticket }, locale } = told
  const approach = await introduced(told)
  const [buyer] = await db.select().from(inquiryContacts).where(eq(inquiryContacts.inquiryId, id))
  if (!approach || !buyer || buyer.erasedAt) return null
  const lines = [...field(told, 'company', buyer.organisation), ...field(told, 'name', buyer.person), ...field(told, buyer.channel, buyer.address)]
  const other = buyer.channel === 'email' ? 'alsoSent' : 'byOffice'
  return {
    title: t('letters:inquiry.introduction.title', { ticket }),
    paragraphs: [
      t('letters:inquiry.firm.greeting', { company: pick(approach.company, locale)?.text ?? '' }),
      t('letters:inquiry.introduction.toFirm'),
      lines.join('\n'),
      t('letters:inquiry.introduction.purpose'),
      t(`letters:inquiry.introduction.${other}`),
      t('letters:inquiry.introduction.after'),
    ],
    ...(await linkToAnswer(told)),
    closing: t('letters:inquiry.closing'),
  }
}
