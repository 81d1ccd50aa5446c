import { eq } from 'drizzle-orm'
import { companies } from '#db/schema/catalogue.ts'
import { env } from '#app/platform/env.server.ts'
import { i18nOf, pick } from '#app/platform/locale.ts'
import type { Composer } from '#app/platform/mail.server.ts'

const submitted: Composer = async (db, letter, locale) => {
  const [company] = await db.select({ ja: companies.nameJa, zh: companies.nameZh }).from(companies).where(eq(companies.id, letter.payload.company ?? ''))
  if (!company) return null
  const { t } = i18nOf[locale]
  const said = { company: pick(company, locale)?.text ?? '', n: letter.payload.n }
  return {
    title: t('tables:letters.submitted.title', said),
    paragraphs: [t('tables:letters.submitted.text', said), ...(letter.payload.translation === 'true' ? [t('tables:letters.submitted.translation')] : [])],
    link: { label: t('tables:letters.submitted.link'), url: `${env.originOf[locale]}/${locale}/desk/listings` },
    closing: t('tables:letters.closing'),
  }
}

/** The office hears once of many texts that were handed in together. */
export const tableLetters: Record<string, Composer> = { 'office-listings-submitted': submitted }
