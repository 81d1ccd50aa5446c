import { and, eq, inArray, isNull, lt, ne, or, sql, type SQL } from 'drizzle-orm'
import { documentsOf, putDocument, settleDocuments } from '#db/dialect'
import { transact, type Reader, type Writer } from '#db/index.ts'
import { companies } from '#db/schema/catalogue.ts'
import { approaches, deskTasks, inquiries, inquiryContacts, inquiryFiles, inquiryMessages, inquirySearch, inquiryTechnologies, taskAttempts } from '#db/schema/inquiries.ts'
import { namesOfTechnologies } from '#app/features/catalogue/naming.server.ts'
import { fold, indexTokens, phraseTokens } from '#app/features/catalogue/search/folding.ts'
import { schedule } from '#app/platform/jobs.server.ts'
import { foldAddress } from '../channel.ts'

/** Raised when other words of a case are to be found, or cut differently: all cases are indexed anew then. */
const EDITION = 1
const MOST_WORDS = 8

/**
 * Puts all words of a case into the desk's index, in the place of those that stood there: to be called in the
 * transaction that wrote or erased some. Contacts are found by it and never shown by it.
 */
export async function indexWords(tx: Writer, inquiryId: string): Promise<void> {
  const texts = await textsOf(tx, inquiryId)
  if (!texts) return
  const [row] = await tx
    .insert(inquirySearch)
    .values({ inquiryId, edition: EDITION })
    .onConflictDoUpdate({ target: inquirySearch.inquiryId, set: { edition: EDITION } })
    .returning()
  await putDocument(tx, row!.doc, texts.map((text) => indexTokens(fold(text)).join(' ')).filter(Boolean), 'inquiries')
}

async function textsOf(tx: Writer, inquiryId: string): Promise<string[] | null> {
  const [inquiry] = await tx.select().from(inquiries).where(eq(inquiries.id, inquiryId))
  if (!inquiry) return null
  const [contact] = await tx.select().from(inquiryContacts).where(and(eq(inquiryContacts.inquiryId, inquiryId), isNull(inquiryContacts.erasedAt)))
  const chosen = await tx.select().from(inquiryTechnologies).where(eq(inquiryTechnologies.inquiryId, inquiryId))
  const technologies = await namesOfTechnologies(tx, { ids: chosen.map((one) => one.technologyId) })
  const firms = await tx
    .select({ question: approaches.question, ja: companies.nameJa, zh: companies.nameZh, en: companies.nameEn })
    .from(approaches)
    .innerJoin(companies, eq(companies.id, approaches.companyId))
    .where(eq(approaches.inquiryId, inquiryId))
  const messages = await tx.select({ body: inquiryMessages.body, translation: inquiryMessages.translation }).from(inquiryMessages).where(eq(inquiryMessages.inquiryId, inquiryId))
  const tried = await tx.select({ note: taskAttempts.note }).from(taskAttempts).innerJoin(deskTasks, eq(deskTasks.id, taskAttempts.taskId)).where(eq(deskTasks.inquiryId, inquiryId))
  const files = await tx.select({ name: inquiryFiles.name }).from(inquiryFiles).where(eq(inquiryFiles.inquiryId, inquiryId))
  const { ticket, message, site, process, presentData, goal } = inquiry
  return [
    ticket, message, site, process, presentData, goal,
    ...(contact ? [contact.organisation, contact.person, contact.address, foldAddress(contact.channel, contact.address)] : []),
    ...technologies.flatMap(({ name, company }) => [name.ja, name.zh, company.name.ja, company.name.zh, company.name.en]),
    ...firms.flatMap(({ question, ja, zh, en }) => [question, ja, zh, en]),
    ...messages.flatMap(({ body, translation }) => [body, translation]),
    ...tried.map(({ note }) => note),
    ...files.map(({ name }) => name),
  ].filter((text) => text !== null)
}

/** The cases in which every word occurs, in any text; null when nothing can be asked for. */
export function casesWith(db: Reader, q: string): SQL | null {
  const words = fold(q).split(/\s+/).map((word) => ({ word, ...phraseTokens(word) })).filter(({ tokens }) => tokens.length > 0).slice(0, MOST_WORDS)
  if (words.length === 0) return null
  const found = words.map(({ word, tokens, prefix }) => {
    const number = /^[\d+() -]{6,}$/.test(word) ? foldAddress('phone', word).replace('phone:', '') : null
    // A Latin word may be unfinished; two Han characters are one word already.
    const open = prefix || /[a-z0-9]$/.test(word)
    return sql`${inquirySearch.doc} in ${documentsOf([{ tokens, prefix: open }, ...(number ? [{ tokens: [number] }] : [])], 'inquiries')}`
  })
  return inArray(inquiries.id, db.select({ id: inquirySearch.inquiryId }).from(inquirySearch).where(and(...found)))
}

const AT_ONCE = 100

/** The worker that indexes cases from before there was an index, or of an earlier edition, some at a time. */
export async function indexOldCases(): Promise<void> {
  for (;;) {
    const done = await transact(async (tx) => {
      const rows = await tx
        .select({ id: inquiries.id })
        .from(inquiries)
        .leftJoin(inquirySearch, eq(inquirySearch.inquiryId, inquiries.id))
        .where(or(isNull(inquirySearch.doc), lt(inquirySearch.edition, EDITION)))
        .limit(AT_ONCE)
      for (const { id } of rows) await indexWords(tx, id)
      return rows.length
    })
    if (done < AT_ONCE) return
  }
}

export const INDEX_CASES = 'inquiry-index'
export const beginIndexing = () => transact((tx) => schedule(tx, INDEX_CASES, INDEX_CASES))

/** After the tables were filled from a copy, which leaves the index itself out. */
export async function forgetIndex(tx: Writer): Promise<void> {
  await tx.update(inquirySearch).set({ edition: 0 }).where(ne(inquirySearch.edition, 0)).returning()
}

/** Takes words out of the index for good that were erased from their rows. */
export const settleWords = (tx: Writer): Promise<void> => settleDocuments(tx, 'inquiries')
