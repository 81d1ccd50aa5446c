import { eq } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { documentReleases, inquiries, inquiryMessages } from '#db/schema/inquiries.ts'
import { env } from '#app/platform/env.server.ts'
import { currentToken } from '#app/platform/links.server.ts'
import { formatDate, i18nOf, pick, type Locale } from '#app/platform/locale.ts'
import type { Composer, Letter, QueuedLetter } from '#app/platform/mail.server.ts'
import { introductionToBuyer, introductionToFirm } from './introduction-letters.server.ts'
import { linkToAnswer, linkToReceipt, readApproachFor, type Told } from './letter-parts.server.ts'
import { technologiesOf } from './receipt.server.ts'
import { isAlive } from './stages.ts'
import type { News } from './telling.server.ts'

type Words = (told: Told) => Promise<Letter | null>

/** Reads the case a letter is about; a case that is gone has nothing to say any more. */
const about = (words: Words): Composer => async (db, letter, locale) => {
  const [inquiry] = await db.select().from(inquiries).where(eq(inquiries.id, letter.payload.inquiry ?? ''))
  return inquiry ? words({ db, letter, locale, inquiry, t: i18nOf[locale].t }) : null
}

async function messageOf(db: Reader, letter: QueuedLetter): Promise<string | null> {
  const [message] = await db.select({ body: inquiryMessages.body }).from(inquiryMessages).where(eq(inquiryMessages.id, Number(letter.payload.message)))
  return message?.body ?? null
}

async function technologyNames(told: Told, companyId?: string): Promise<string> {
  const all = await technologiesOf(told.db, told.inquiry.id)
  const names = all.filter((one) => !companyId || one.company.id === companyId).map((one) => nameIn(one.name, told.locale))
  return names.join('、')
}
const nameIn = (name: { ja: string | null; zh: string | null }, locale: Locale) => pick(name, locale)?.text ?? ''

const news = about(async (told) => {
  const { t, inquiry, letter, locale } = told
  const what = letter.payload.news as News
  const names = await technologyNames(told)
  return {
    title: t(`letters:inquiry.news.title.${what}`, { ticket: inquiry.ticket }),
    paragraphs: [
      t('letters:inquiry.news.kind', { kind: t(`inquiries:kind.${inquiry.kind}`) }),
      ...(names ? [t('letters:inquiry.news.technologies', { names })] : []),
      t(`letters:inquiry.news.todo.${what}`),
      t('letters:inquiry.signInNote'),
    ],
    link: { label: t('letters:inquiry.caseLink'), url: `${env.originOf[locale]}/${locale}/desk/inquiries/${inquiry.id}` },
    closing: t('letters:inquiry.closing'),
  }
})

/** The receipt carries nothing that was typed: whoever abuses the form cannot send words of their own with it. */
const receipt = about(async (told) => {
  const { t, inquiry: { ticket } } = told
  return {
    title: t('letters:inquiry.receipt.title', { ticket }),
    paragraphs: [t('letters:inquiry.receipt.thanks', { ticket }), t('letters:inquiry.receipt.next'), t('letters:inquiry.receipt.keep')],
    ...(await linkToReceipt(told)),
    closing: t('letters:inquiry.closing'),
  }
})

/** A letter to the buyer around one message of the desk. */
const withMessage = (kind: 'question' | 'relay' | 'ended') =>
  about(async (told) => {
    const { t, db, letter, inquiry: { ticket } } = told
    const body = await messageOf(db, letter)
    if (body === null) return null
    return {
      title: t(`letters:inquiry.${kind}.title`, { ticket }),
      paragraphs: [t(`letters:inquiry.${kind}.lead`, { ticket }), body, t(`letters:inquiry.${kind}.how`)],
      ...(await linkToReceipt(told)),
      closing: t('letters:inquiry.closing'),
    }
  })

const consent = about(async (told) => {
  const { t, inquiry: { ticket }, locale } = told
  const approach = await readApproachFor(told)
  if (approach?.stage !== 'consenting') return null
  return {
    title: t('letters:inquiry.consent.title', { ticket }),
    paragraphs: [t('letters:inquiry.consent.lead', { company: nameIn(approach.company, locale) }), t('letters:inquiry.consent.how')],
    ...(await linkToReceipt(told, '/consent')),
    closing: t('letters:inquiry.closing'),
  }
})

const release = about(async (told) => {
  const { t, db, letter, inquiry: { ticket }, locale } = told
  const [released] = await db.select().from(documentReleases).where(eq(documentReleases.id, letter.payload.release ?? ''))
  if (!released || !(await currentToken(db, 'document', released.id))) return null
  return {
    title: t('files:letters.released.title', { ticket }),
    paragraphs: [t('files:letters.released.lead', { ticket, name: released.name }), t('files:letters.released.how', { date: formatDate(released.expiresAt, locale) })],
    ...(await linkToReceipt(told)),
    closing: t('letters:inquiry.closing'),
  }
})

/** The words themselves stand on the page: they may have changed when the letter is read. */
const publication = about(async (told) => {
  const { t, inquiry: { ticket } } = told
  return {
    title: t('needs:letters.publication.title', { ticket }),
    paragraphs: [t('needs:letters.publication.lead', { ticket }), t('needs:letters.publication.how')],
    ...(await linkToReceipt(told, '/publication')),
    closing: t('letters:inquiry.closing'),
  }
})

const withdrawn = about(async (told) => {
  const { t, inquiry: { ticket } } = told
  const text = t('letters:inquiry.withdrawn.text', { ticket })
  return { title: t('letters:inquiry.withdrawn.title', { ticket }), paragraphs: [text], ...(await linkToReceipt(told)), closing: t('letters:inquiry.closing') }
})

type FirmWords = { title: string; paragraphs: string[]; page?: '/consent' }

/** A letter to a firm: greeted by its name, its own private link, nothing of the buyer but what the desk wrote. */
const toFirm = (words: (told: Told, approach: NonNullable<Awaited<ReturnType<typeof readApproachFor>>>) => Promise<FirmWords | null>) =>
  about(async (told) => {
    const { t, locale } = told
    const approach = await readApproachFor(told)
    const worded = approach && (await words(told, approach))
    if (!worded) return null
    const page = await linkToAnswer(told, worded.page)
    return {
      title: worded.title,
      paragraphs: [t('letters:inquiry.firm.greeting', { company: nameIn(approach.company, locale) }), ...worded.paragraphs, ...(page.link ? [t('letters:inquiry.private')] : [])],
      ...page,
      closing: t('letters:inquiry.closing'),
    }
  })

const firmQuestion = toFirm(async (told, approach) => {
  const { t, inquiry: { ticket } } = told
  const names = await technologyNames(told, approach.companyId)
  const technologies = names ? [t('letters:inquiry.firm.technologies', { names })] : []
  return {
    title: t(names ? 'letters:inquiry.firm.questionTitle' : 'needs:letters.firm.title', { ticket }),
    paragraphs: [t(names ? 'letters:inquiry.firm.question' : 'needs:letters.firm.question'), ...technologies, approach.question, t('letters:inquiry.firm.answer')],
  }
})

/** The same question once more, under a new address. */
const firmLink = toFirm(async ({ t, inquiry: { ticket } }, approach) =>
  isAlive(approach.stage)
    ? { title: t('conversation:letters.link.title', { ticket }), paragraphs: [t('conversation:letters.link.text', { ticket }), approach.question, t('letters:inquiry.firm.answer')] }
    : null,
)

const firmRelay = toFirm(async ({ t, db, letter, inquiry: { ticket } }) => {
  const body = await messageOf(db, letter)
  return body === null ? null : { title: t('letters:inquiry.firm.relayTitle', { ticket }), paragraphs: [t('letters:inquiry.firm.relay', { ticket }), body] }
})

const firmConsent = toFirm(async ({ t, inquiry: { ticket } }, approach) =>
  approach.stage === 'consenting' ? { title: t('letters:inquiry.firm.consentTitle', { ticket }), paragraphs: [t('letters:inquiry.firm.consent')], page: '/consent' } : null,
)

const firmEnded = toFirm(async ({ t, inquiry: { ticket } }) => ({
  title: t('letters:inquiry.firm.endedTitle', { ticket }),
  paragraphs: [t('letters:inquiry.firm.ended', { ticket })],
}))

/** Every letter of a case, by the kind it is queued under. */
export const inquiryLetters: Record<string, Composer> = {
  'inquiry-news': news,
  'inquiry-receipt': receipt,
  'inquiry-question': withMessage('question'),
  'inquiry-relay': withMessage('relay'),
  'inquiry-ended': withMessage('ended'),
  'inquiry-consent': consent,
  'inquiry-introduction': about(introductionToBuyer),
  'inquiry-withdrawn': withdrawn,
  'inquiry-publication': publication,
  'inquiry-release': release,
  'approach-question': firmQuestion,
  'approach-link': firmLink,
  'approach-relay': firmRelay,
  'approach-consent': firmConsent,
  'approach-introduction': about(introductionToFirm),
  'approach-ended': firmEnded,
}
