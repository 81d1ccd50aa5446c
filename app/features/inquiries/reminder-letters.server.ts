import { eq } from 'drizzle-orm'
import { inquiries } from '#db/schema/inquiries.ts'
import { env } from '#app/platform/env.server.ts'
import { formatDate, translator } from '#app/platform/locale.ts'
import type { Composer } from '#app/platform/mail.server.ts'
import type { EscalationReason } from './choices.ts'
import { linkToReceipt } from './letter-parts.server.ts'
import type { Timer } from './timing.ts'

type Why = 'remind' | 'phone-firm' | 'escalated'

/** Tells the owner, the office or a manager what is overdue. It names no side of the case. */
const reminder: Composer = async (db, letter, locale) => {
  const [inquiry] = await db.select().from(inquiries).where(eq(inquiries.id, letter.payload.inquiry ?? ''))
  if (!inquiry) return null
  const t = translator(locale)
  const { ticket } = inquiry
  const { why, what, reason } = letter.payload as { why: Why; what?: Timer['what']; reason?: EscalationReason }
  const since = t('casework:letters.since', { since: formatDate(inquiry.stageAt, locale) })
  const words = what
    ? { title: t(`casework:letters.${why}`, { ticket, what: t(`casework:what.${what}`) }), paragraphs: [`${t(`casework:what.${what}`)}。${since}`, t(`casework:todo.${what}`), ...(why === 'escalated' ? [t('casework:letters.escalatedTodo')] : [])] }
    : { title: t('casework:letters.byHand', { ticket }), paragraphs: [t('casework:letters.reason', { reason: t(`casework:escalationReason.${reason ?? 'other'}`) }), t('casework:letters.byHandTodo')] }
  return {
    ...words,
    paragraphs: [...words.paragraphs, t('letters:inquiry.signInNote')],
    link: { label: t('letters:inquiry.caseLink'), url: `${env.originOf[locale]}/${locale}/desk/inquiries/${inquiry.id}` },
    closing: t('letters:inquiry.closing'),
  }
}

/** The buyer's new receipt link, after the old one was lost. */
const renewed: Composer = async (db, letter, locale) => {
  const [inquiry] = await db.select().from(inquiries).where(eq(inquiries.id, letter.payload.inquiry ?? ''))
  if (!inquiry) return null
  const t = translator(locale)
  const { ticket } = inquiry
  return {
    title: t('casework:renewal.letterTitle', { ticket }),
    paragraphs: [t('casework:renewal.letter', { ticket })],
    ...(await linkToReceipt({ db, letter, locale, inquiry, t })),
    closing: t('letters:inquiry.closing'),
  }
}

export const caseworkLetters: Record<string, Composer> = { 'inquiry-reminder': reminder, 'inquiry-renewed': renewed }
