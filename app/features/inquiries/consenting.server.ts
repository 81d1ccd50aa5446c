import { and, eq, isNull } from 'drizzle-orm'
import type { Writer } from '#db/index.ts'
import { consents } from '#db/schema/inquiries.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { now } from '#app/platform/clock.ts'
import type { Locale } from '#app/platform/locale.ts'
import { sha256 } from '#app/platform/secrets.server.ts'
import type { AttemptChannel } from './choices.ts'
import { agreedText, NOTICE_VERSION, type Agreement } from './notice.ts'

/** The hash of exactly what was shown and agreed to. */
export const textHash = (agreement: Agreement, locale: Locale): string => sha256(agreedText(agreement, locale))

const purposeOf = { processing: 'processing', transfer: 'transfer', buyer: 'introduction', firm: 'introduction' } as const

/** A consent given outside of the site: how, when, and who of the staff took it down. */
export interface Spoken {
  clerk: Secretary
  how: AttemptChannel
  at: Date
}

/** Keeps the proof of a consent: which text, in which language, its hash, when. */
export async function keepConsent(tx: Writer, subject: string, agreement: Agreement, locale: Locale, spoken: Spoken | null = null): Promise<void> {
  await tx.insert(consents).values({
    subject,
    party: agreement === 'firm' ? 'firm' : 'buyer',
    purpose: purposeOf[agreement],
    noticeVersion: NOTICE_VERSION,
    locale,
    textHash: textHash(agreement, locale),
    how: spoken?.how ?? null,
    takenBy: spoken?.clerk.id ?? null,
    at: spoken?.at ?? now(),
  })
}

export async function withdrawConsents(tx: Writer, subject: string): Promise<void> {
  await tx.update(consents).set({ withdrawnAt: now() }).where(and(eq(consents.subject, subject), isNull(consents.withdrawnAt))).returning()
}
