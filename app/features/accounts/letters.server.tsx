import { eq } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { companies } from '#db/schema/catalogue.ts'
import { env } from '#app/platform/env.server.ts'
import { currentToken } from '#app/platform/links.server.ts'
import { i18nOf, pick, type Locale } from '#app/platform/locale.ts'
import type { Composer, Letter } from '#app/platform/mail.server.ts'
import { userByEmail, userById, type User } from './data.server.ts'
import { subjectOf } from './mutations.server.ts'
import type { AccountNews } from './telling.server.ts'

type NameOf<T> = T extends `account-${infer Name}` ? Name : never
type Key = NameOf<AccountNews> | 'email-taken'
type Linked = 'activation' | 'reset' | 'email'

const page = (locale: Locale, path: string) => `${env.originOf[locale]}/${locale}/account/${path}`

/** The link is made when the letter is delivered; a letter whose link was used, replaced or has expired is not sent any more. */
async function linkOf(db: Reader, user: User, purpose: Linked, locale: Locale): Promise<Letter['link'] | null> {
  const token = await currentToken(db, purpose, subjectOf(user.id))
  return token ? { label: i18nOf[locale].t(`security:letters.open.${purpose}`), url: page(locale, `${purpose}/${token}`) } : null
}

/** Words of one kind: what it is about, in the person's name. */
function wordsOf(key: Key, user: User, locale: Locale, more: Record<string, string> = {}): Letter {
  const { t } = i18nOf[locale]
  const values = { name: user.name, email: user.email, ...more }
  const paragraphs = [t('security:letters.greeting', values), t(`security:letters.${key}.text`, values)]
  return { title: t(`security:letters.${key}.title`), paragraphs, closing: t('security:letters.closing') }
}

/** Somebody whose account is gone or shut is told nothing. */
const about = (words: (user: User, db: Reader, locale: Locale, recipient: string) => Promise<Letter | null>): Composer => async (db, letter, locale) => {
  const user = await userById(db, letter.subject.replace('user:', ''))
  return user && !user.disabledAt ? words(user, db, locale, letter.recipient) : null
}

const withLink = (key: Key, purpose: Linked, more?: (db: Reader, user: User, locale: Locale) => Promise<Record<string, string>>) =>
  about(async (user, db, locale) => {
    const link = await linkOf(db, user, purpose, locale)
    return link ? { ...wordsOf(key, user, locale, await more?.(db, user, locale)), link } : null
  })

/** News that leads to the sign-in settings, in case it was somebody else. */
const news = (key: Key) =>
  about(async (user, _, locale) => {
    const words = wordsOf(key, user, locale)
    const { t } = i18nOf[locale]
    return { ...words, paragraphs: [...words.paragraphs, t('security:letters.notYou')], link: { label: t('security:letters.open.security'), url: page(locale, 'security') } }
  })

async function firmName(db: Reader, user: User, locale: Locale): Promise<Record<string, string>> {
  const [firm] = await db.select({ ja: companies.nameJa, zh: companies.nameZh }).from(companies).where(eq(companies.id, user.companyId ?? ''))
  return { firm: pick(firm, locale)?.text ?? '' }
}

/** To the address a change asks for: its link, or, where the address has an account already, that nothing happens. */
const confirmEmail = about(async (user, db, locale, recipient) => {
  if (user.pendingEmail !== recipient) return null
  const taken = await userByEmail(db, recipient)
  if (taken) return taken.disabledAt ? null : wordsOf('email-taken', taken, locale)
  const link = await linkOf(db, user, 'email', locale)
  return link ? { ...wordsOf('email-confirm', user, locale, { email: recipient }), link } : null
})

/** Every letter about an account, by the kind it is queued under. */
export const accountLetters: Record<AccountNews, Composer> = {
  'account-invited-firm': withLink('invited-firm', 'activation', firmName),
  'account-invited-staff': withLink('invited-staff', 'activation'),
  'account-link': withLink('link', 'activation'),
  'account-reset': withLink('reset', 'reset'),
  'account-password-changed': news('password-changed'),
  'account-email-asked': news('email-asked'),
  'account-email-confirm': confirmEmail,
  'account-email-changed': news('email-changed'),
  'account-second-step-on': news('second-step-on'),
  'account-second-step-off': news('second-step-off'),
  'account-second-step-reset': news('second-step-reset'),
  'account-recovery-used': news('recovery-used'),
}
