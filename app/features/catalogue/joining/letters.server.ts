import { eq } from 'drizzle-orm'
import { users } from '#db/schema/accounts.ts'
import { companies, joinings } from '#db/schema/catalogue.ts'
import type { Reader } from '#db/index.ts'
import { env } from '#app/platform/env.server.ts'
import { currentToken } from '#app/platform/links.server.ts'
import { i18nOf, type Locale } from '#app/platform/locale.ts'
import type { Composer, Letter } from '#app/platform/mail.server.ts'
import { named } from '../naming.ts'
import { subjectOf } from './joining.server.ts'

const address = (locale: Locale, path: string) => `${env.originOf[locale]}/${locale}${path}`

async function joiningFor(db: Reader, id: string | undefined) {
  const [row] = await db.select().from(joinings).where(eq(joinings.id, id ?? ''))
  return row ?? null
}

async function firmName(db: Reader, id: string | undefined, locale: Locale): Promise<string | null> {
  const [row] = await db.select().from(companies).where(eq(companies.id, id ?? ''))
  return row ? nameOf(row, locale) : null
}
const nameOf = (firm: { nameJa: string | null; nameZh: string | null; nameEn: string | null }, locale: Locale) =>
  firm.nameJa || firm.nameZh ? named({ ja: firm.nameJa, zh: firm.nameZh }, locale).text : (firm.nameEn ?? '')

/** Carries nothing that was typed: whoever abuses the form cannot send words of their own with it. */
const confirmation: Composer = async (db, letter, locale) => {
  const { t } = i18nOf[locale]
  const token = await currentToken(db, 'join', subjectOf(letter.payload.joining ?? ''))
  if (!token) return null
  return {
    title: t('joining:letters.confirmation.title'),
    paragraphs: [t('joining:letters.confirmation.text'), t('joining:letters.confirmation.until')],
    link: { label: t('joining:letters.confirmation.link'), url: address(locale, `/join/${token}`) },
    closing: t('joining:letters.closing'),
  }
}

const known: Composer = async (_db, _letter, locale) => {
  const { t } = i18nOf[locale]
  return {
    title: t('joining:letters.known.title'),
    paragraphs: [t('joining:letters.known.text'), t('joining:letters.known.reset')],
    link: { label: t('joining:letters.known.link'), url: address(locale, '/account/sign-in') },
    closing: t('joining:letters.closing'),
  }
}

const office: Composer = async (db, letter, locale) => {
  const { t } = i18nOf[locale]
  const joining = await joiningFor(db, letter.payload.joining)
  if (joining?.state !== 'waiting') return null
  return {
    title: t('joining:letters.office.title'),
    paragraphs: [t('joining:letters.office.text', { firm: nameOf(joining.content, locale) }), t('joining:letters.office.todo')],
    link: { label: t('joining:letters.office.link'), url: address(locale, `/desk/joinings/${joining.id}`) },
    closing: t('joining:letters.closing'),
  }
}

const approved: Composer = async (db, letter, locale) => {
  const { t } = i18nOf[locale]
  const joining = await joiningFor(db, letter.payload.joining)
  const firm = await firmName(db, joining?.companyId ?? undefined, locale)
  if (!joining || firm === null) return null
  return {
    title: t('joining:letters.approved.title'),
    paragraphs: [t(`joining:letters.approved.${joining.state === 'merged' ? 'merged' : 'text'}`, { firm }), t('joining:letters.approved.next')],
    link: { label: t('joining:letters.approved.link'), url: address(locale, '/account') },
    closing: t('joining:letters.closing'),
  }
}

const rejected: Composer = async (db, letter, locale) => {
  const { t } = i18nOf[locale]
  const joining = await joiningFor(db, letter.payload.joining)
  if (joining?.state !== 'rejected') return null
  return {
    title: t('joining:letters.rejected.title'),
    paragraphs: [t('joining:letters.rejected.text', { firm: nameOf(joining.content, locale) }), t('joining:letters.rejected.reason', { reason: joining.reason ?? '' })],
    link: { label: t('joining:letters.rejected.link'), url: address(locale, '/account/waiting') },
    closing: t('joining:letters.closing'),
  }
}

/** To those who were there before: somebody came in. */
const colleague: Composer = async (db, letter, locale) => {
  const { t } = i18nOf[locale]
  const firm = await firmName(db, letter.payload.company, locale)
  const [person] = await db.select({ name: users.name }).from(users).where(eq(users.id, letter.payload.person ?? ''))
  if (firm === null || !person) return null
  return {
    title: t('joining:letters.colleague.title'),
    paragraphs: [t('joining:letters.colleague.text', { person: person.name, firm }), t('joining:letters.colleague.note')],
    link: { label: t('joining:letters.colleague.link'), url: address(locale, '/account/people') },
    closing: t('joining:letters.closing'),
  }
}

/** A letter about a firm whose words need its name alone. */
const aboutFirm =
  (word: (t: (typeof i18nOf)['ja']['t'], firm: string, locale: Locale) => Omit<Letter, 'closing'>): Composer =>
  async (db, letter, locale) => {
    const { t } = i18nOf[locale]
    const firm = await firmName(db, letter.payload.company, locale)
    return firm === null ? null : { ...word(t, firm, locale), closing: t('joining:letters.closing') }
  }

const invitationKnown = aboutFirm((t, firm, locale) => ({
  title: t('joining:letters.invitationKnown.title'),
  paragraphs: [t('joining:letters.invitationKnown.text', { firm }), t('joining:letters.invitationKnown.how')],
  link: { label: t('joining:letters.invitationKnown.link'), url: address(locale, '/account/sign-in') },
}))

const removed = aboutFirm((t, firm) => ({
  title: t('joining:letters.removed.title'),
  paragraphs: [t('joining:letters.removed.text', { firm })],
}))

const mergedFirm: Composer = async (db, letter, locale) => {
  const { t } = i18nOf[locale]
  const from = await firmName(db, letter.payload.from, locale)
  const into = await firmName(db, letter.payload.into, locale)
  if (from === null || into === null) return null
  return {
    title: t('joining:letters.mergedFirm.title'),
    paragraphs: [t('joining:letters.mergedFirm.text', { from, into })],
    link: { label: t('joining:letters.mergedFirm.link'), url: address(locale, '/account') },
    closing: t('joining:letters.closing'),
  }
}

export const joiningLetters: Record<string, Composer> = {
  'join-confirmation': confirmation,
  'join-known': known,
  'office-joining': office,
  'joining-approved': approved,
  'joining-rejected': rejected,
  'colleague-joined': colleague,
  'colleague-removed': removed,
  'invitation-known': invitationKnown,
  'company-merged': mergedFirm,
}
