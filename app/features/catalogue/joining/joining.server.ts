import { and, eq, isNull } from 'drizzle-orm'
import type { Writer } from '#db/index.ts'
import { users } from '#db/schema/accounts.ts'
import { joinings } from '#db/schema/catalogue.ts'
import { consents } from '#db/schema/inquiries.ts'
import { outbox, privateLinks } from '#db/schema/platform.ts'
import { confirmRegistrant } from '#app/features/accounts/mutations.server.ts'
import { days, hours, now } from '#app/platform/clock.ts'
import { env } from '#app/platform/env.server.ts'
import { cancel, schedule } from '#app/platform/jobs.server.ts'
import { record } from '#app/platform/ledger.server.ts'
import { openLink, useLink, type PrivateLink } from '#app/platform/links.server.ts'
import { i18nOf, type Locale } from '#app/platform/locale.ts'
import { queueLetter } from '#app/platform/mail.server.ts'
import { sha256 } from '#app/platform/secrets.server.ts'
import { nameKeyOf } from '../sorting.ts'
import { companyTextOf, type JoiningForm } from './form.ts'

export type Joining = typeof joinings.$inferSelect
export const LINK_LASTS = hours(24)
/** How long nobody needs to confirm before the firm's and the person's details are gone. */
export const UNCONFIRMED_LASTS = days(7)
export const NOTICE_VERSION = 'joining-2026-1'

export const subjectOf = (id: string) => `joining:${id}`
export const expiryKey = (id: string) => `joining-expiry:${id}`

/**
 * Takes down that a firm wants to join. Where the address belongs to somebody already its owner is told by letter, and
 * nothing else differs. Whoever never confirmed may ask again: only the newest words and the newest link count.
 */
export async function askToJoin(tx: Writer, form: JoiningForm, passwordHash: string, locale: Locale): Promise<void> {
  await forgetUnconfirmedOf(tx, form.email)
  const at = now()
  const [user] = await tx
    .insert(users)
    .values({ email: form.email, name: form.person, role: 'registrant', locale: form.language, passwordHash, createdAt: at })
    .onConflictDoNothing()
    .returning()
  if (!user) {
    await queueLetter(tx, { kind: 'join-known', subject: 'joining', recipient: form.email, locale: form.language })
    return
  }
  const content = companyTextOf(form)
  const [joining] = await tx
    .insert(joinings)
    .values({ userId: user.id, content, nameKey: nameKeyOf(content), department: form.department, message: form.message, state: 'unconfirmed', createdAt: at })
    .returning()
  const { id } = joining!
  await keepConsent(tx, id, locale)
  await openLink(tx, 'join', subjectOf(id), new Date(at.getTime() + LINK_LASTS))
  await schedule(tx, 'joining-expiry', expiryKey(id), new Date(at.getTime() + UNCONFIRMED_LASTS), { id })
  await record(tx, subjectOf(id), user.id, 'asked-to-join', { kind: content.kind })
  await queueLetter(tx, { kind: 'join-confirmation', subject: subjectOf(id), recipient: user.email, locale: user.locale, payload: { joining: id } })
}

async function keepConsent(tx: Writer, id: string, locale: Locale): Promise<void> {
  const { t } = i18nOf[locale]
  const text = [t('joining:form.purpose'), t('joining:form.agreed')].join('\n')
  await tx.insert(consents).values({ subject: subjectOf(id), party: 'firm', purpose: 'processing', noticeVersion: NOTICE_VERSION, locale, textHash: sha256(text), at: now() })
}

async function forgetUnconfirmedOf(tx: Writer, email: string): Promise<void> {
  const earlier = await tx
    .select({ id: joinings.id })
    .from(joinings)
    .innerJoin(users, eq(users.id, joinings.userId))
    .where(and(eq(users.email, email), isNull(users.confirmedAt), eq(joinings.state, 'unconfirmed')))
  for (const { id } of earlier) await forgetJoining(tx, id, ['unconfirmed'])
}

/** Removes what was asked, the account and the letters about it; the ledger keeps that it was so. False: it went on meanwhile. */
export async function forgetJoining(tx: Writer, id: string, states: readonly ('unconfirmed' | 'rejected')[]): Promise<boolean> {
  const [joining] = await tx.select().from(joinings).where(eq(joinings.id, id))
  if (!joining || !(states as readonly string[]).includes(joining.state)) return false
  const [gone] = await tx.delete(joinings).where(and(eq(joinings.id, id), eq(joinings.state, joining.state))).returning()
  if (!gone) return false
  await tx.delete(privateLinks).where(eq(privateLinks.subject, subjectOf(id)))
  await tx.delete(outbox).where(eq(outbox.subject, subjectOf(id)))
  await tx.delete(users).where(and(eq(users.id, joining.userId), eq(users.role, 'registrant'), isNull(users.companyId)))
  await cancel(tx, expiryKey(id))
  await record(tx, subjectOf(id), 'system', 'joining-forgotten', { state: joining.state })
  return true
}

/** unconfirmed → waiting, by the link of the letter: once. */
export async function confirmJoining(tx: Writer, link: PrivateLink): Promise<{ ok: boolean }> {
  if (!(await useLink(tx, link))) return { ok: false }
  const id = joiningOf(link)
  const [joining] = await tx.update(joinings).set({ state: 'waiting' }).where(and(eq(joinings.id, id), eq(joinings.state, 'unconfirmed'))).returning()
  if (!joining) return { ok: false }
  await confirmRegistrant(tx, joining.userId)
  await cancel(tx, expiryKey(id))
  await record(tx, subjectOf(id), joining.userId, 'joining-confirmed')
  await queueLetter(tx, { kind: 'office-joining', subject: subjectOf(id), recipient: env.officeMail, locale: 'ja', payload: { joining: id } })
  return { ok: true }
}

export const joiningOf = (link: PrivateLink): string => link.subject.replace('joining:', '')
