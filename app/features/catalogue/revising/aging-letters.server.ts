import { and, asc, eq, inArray, isNull, lte } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { companies, listings, technologies } from '#db/schema/catalogue.ts'
import { today } from '#app/platform/clock.ts'
import { env } from '#app/platform/env.server.ts'
import { currentToken } from '#app/platform/links.server.ts'
import { formatDate, i18nOf, pick, type Locale } from '#app/platform/locale.ts'
import type { Composer, QueuedLetter } from '#app/platform/mail.server.ts'
import { dayAfter, steps } from './freshness.ts'

const MOST_NAMED = 20

/** The firm and those of the letter's listings that nobody has confirmed or withdrawn since. */
async function readStillOld(db: Reader, { payload }: QueuedLetter) {
  const [company] = await db.select({ id: companies.id, ja: companies.nameJa, zh: companies.nameZh }).from(companies).where(eq(companies.id, payload.company ?? ''))
  const ids = (payload.technologies ?? '').split(' ')
  const old = await db
    .select({ card: listings.card, validUntil: technologies.validUntil })
    .from(technologies)
    .innerJoin(listings, eq(listings.technologyId, technologies.id))
    .where(and(inArray(technologies.id, ids), eq(technologies.state, 'published'), isNull(technologies.deletedAt), lte(technologies.validUntil, dayAfter(today(), steps[0]))))
    .orderBy(asc(technologies.validUntil), asc(technologies.id))
  return company && old.length > 0 ? { company, old } : null
}

function lines(locale: Locale, old: NonNullable<Awaited<ReturnType<typeof readStillOld>>>['old']): string {
  const { t } = i18nOf[locale]
  const named = old.slice(0, MOST_NAMED).map(({ card, validUntil }) => t('freshness:letters.line', { name: pick(card.name, locale)?.text ?? '', date: formatDate(validUntil!, locale) }))
  if (old.length > MOST_NAMED) named.push(t('freshness:letters.more', { n: old.length - MOST_NAMED }))
  return named.join('\n')
}

const toFirm = (kind: 'expiring' | 'hidden'): Composer => async (db, letter, locale) => {
  const found = await readStillOld(db, letter)
  if (!found) return null
  const { t } = i18nOf[locale]
  const token = await currentToken(db, 'still-correct', found.company.id)
  return {
    title: t(`freshness:letters.${kind}.title`),
    paragraphs: [
      t('freshness:letters.greeting', { company: pick(found.company, locale)?.text ?? '' }),
      t(`freshness:letters.${kind}.lead`),
      lines(locale, found.old),
      t(`freshness:letters.${kind}.how`),
      t('freshness:letters.change'),
    ],
    ...(token ? { link: { label: t('freshness:letters.link'), url: `${env.originOf[locale]}/${locale}/confirmations/${token}` } } : {}),
    closing: t('freshness:letters.closing'),
  }
}

const toOffice = (kind: 'expiring' | 'hidden'): Composer => async (db, letter, locale) => {
  const found = await readStillOld(db, letter)
  if (!found) return null
  const { t } = i18nOf[locale]
  const company = pick(found.company, locale)?.text ?? ''
  return {
    title: t(`freshness:letters.office.${kind}`, { company }),
    paragraphs: [t('freshness:letters.office.lead', { company }), lines(locale, found.old)],
    link: { label: t('freshness:letters.office.link'), url: `${env.originOf[locale]}/${locale}/desk/companies/${found.company.id}` },
    closing: t('freshness:letters.closing'),
  }
}

/** The letters about a listing's age. */
export const agingLetters: Record<string, Composer> = {
  'listing-expiring': toFirm('expiring'),
  'listing-hidden': toFirm('hidden'),
  'office-listing-expiring': toOffice('expiring'),
  'office-listing-hidden': toOffice('hidden'),
}
