import type { Writer } from '#db/index.ts'
import { days, hours } from '#app/platform/clock.ts'
import { env } from '#app/platform/env.server.ts'
import { limit } from '#app/platform/form.server.ts'
import { record } from '#app/platform/ledger.server.ts'
import { translator, type Locale } from '#app/platform/locale.ts'
import { queueLetter, type Composer } from '#app/platform/mail.server.ts'

const perAddress = limit(6, hours(1))
const perRecipient = limit(3, days(1))
/** Nobody’s inbox is filled through this form, whoever sends it. */
export const mayMail = async (address: string, email: string): Promise<boolean> => (await perAddress(address)) && (await perRecipient(email.toLowerCase()))

/** One letter with the link to a flyer’s page. The address stands in the outbox only, as long as letters are kept. */
export async function mailFlyer(tx: Writer, { email, locale, page, name }: { email: string; locale: Locale; page: string; name: string }): Promise<void> {
  await queueLetter(tx, { kind: 'flyer', subject: `flyer:${page}`, recipient: email, locale, payload: { page, name } })
  await record(tx, `flyer:${page}`, 'visitor', 'flyer-mailed')
}

const flyer: Composer = async (_db, { payload: { page = '', name = '' } }, locale) => {
  const t = translator(locale)
  return {
    title: t('flyers:letter.title', { name }),
    paragraphs: [t('flyers:letter.text')],
    link: { label: t('flyers:letter.link'), url: `${env.originOf[locale]}/${locale}${page}` },
    closing: t('flyers:letter.closing'),
  }
}
export const flyerLetters: Record<string, Composer> = { flyer }
