import { eq } from 'drizzle-orm'
import { users } from '#db/schema/accounts.ts'
import { env } from '#app/platform/env.server.ts'
import { i18nOf } from '#app/platform/locale.ts'
import type { Composer } from '#app/platform/mail.server.ts'

const assigned: Composer = async (db, letter, locale) => {
  const { t } = i18nOf[locale]
  const tickets = letter.payload.tickets?.split(' ') ?? []
  const [by] = await db.select({ name: users.name }).from(users).where(eq(users.id, letter.payload.by ?? ''))
  return {
    title: t('inbox:letters.assigned.title', { n: tickets.length }),
    paragraphs: [t('inbox:letters.assigned.lead', { name: by?.name ?? '' }), tickets.join('、'), t('letters:inquiry.signInNote')],
    link: { label: t('inbox:letters.assigned.link'), url: `${env.originOf[locale]}/${locale}/desk/inquiries?owner=me` },
    closing: t('letters:inquiry.closing'),
  }
}

export const inboxLetters: Record<string, Composer> = { 'inquiries-assigned': assigned }
