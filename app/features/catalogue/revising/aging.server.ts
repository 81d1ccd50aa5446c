import { and, asc, between, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { db, transact, type Reader, type Writer } from '#db/index.ts'
import { users } from '#db/schema/accounts.ts'
import { companyContacts, listingReminders, technologies } from '#db/schema/catalogue.ts'
import { days, now, today } from '#app/platform/clock.ts'
import { env } from '#app/platform/env.server.ts'
import { schedule, type Worker } from '#app/platform/jobs.server.ts'
import { openLink } from '#app/platform/links.server.ts'
import { queueLetter } from '#app/platform/mail.server.ts'
import { batches } from '../batches.ts'
import { dueBetween, stepDue, type Step } from './freshness.ts'

interface Due {
  technologyId: string
  companyId: string
  validUntil: string
  step: Step
}

/** How long the link of a letter confirms: until well after the listing was hidden. */
const LINK_LASTS = days(120)
const FIRMS_AT_ONCE = 50

/** Once a day: writes to the firms whose listings come of age. Whoever runs it twice, or late, tells nobody twice. */
export const tellAges: Worker = async () => {
  const due = await readDue(db, today())
  const firms = [...new Set(due.map((one) => one.companyId))]
  for (const batch of batches(firms, FIRMS_AT_ONCE)) {
    const chosen = new Set(batch)
    await transact((tx) => tellFirms(tx, due.filter((one) => chosen.has(one.companyId))))
  }
  return nextMorning()
}

/** Six o’clock in Japan: the letters are there when offices open. */
function nextMorning(): Date {
  const morning = new Date(`${today()}T06:00:00+09:00`)
  return morning > now() ? morning : new Date(morning.getTime() + days(1))
}

async function readDue(reader: Reader, day: string): Promise<Due[]> {
  const [from, until] = dueBetween(day)
  const rows = await reader
    .select({ technologyId: technologies.id, companyId: technologies.companyId, validUntil: technologies.validUntil })
    .from(technologies)
    .where(and(between(technologies.validUntil, from, until), eq(technologies.state, 'published'), isNull(technologies.deletedAt)))
    .orderBy(asc(technologies.id))
  return rows.flatMap(({ validUntil, ...row }) => {
    const step = validUntil && stepDue(validUntil, day)
    return validUntil && typeof step === 'number' ? [{ ...row, validUntil, step }] : []
  })
}

/** The row of a reminder is the proof that it is told here and nowhere else. */
async function tellFirms(tx: Writer, due: readonly Due[]): Promise<void> {
  const told = new Set<string>()
  for (const batch of batches(due)) {
    const rows = await tx
      .insert(listingReminders)
      .values(batch.map(({ technologyId, validUntil, step }) => ({ technologyId, validUntil, step, at: now() })))
      .onConflictDoNothing()
      .returning()
    for (const row of rows) told.add(row.technologyId)
  }
  const letters = new Map<string, Due[]>()
  for (const one of due) {
    const name = `${one.step > 0 ? 'listing-expiring' : 'listing-hidden'} ${one.companyId}`
    if (told.has(one.technologyId)) letters.set(name, [...(letters.get(name) ?? []), one])
  }
  if (letters.size === 0) return
  const readers = await readersOf(tx, [...new Set(due.map((one) => one.companyId))])
  for (const [name, listings] of letters) {
    const [kind = '', companyId = ''] = name.split(' ')
    const payload = { company: companyId, technologies: listings.map((one) => one.technologyId).join(' ') }
    const subject = `company:${companyId}`
    const to = readers.get(companyId)
    if (!to) {
      await queueLetter(tx, { kind: `office-${kind}`, subject, recipient: env.officeMail, locale: 'ja', payload })
      continue
    }
    await openLink(tx, 'still-correct', companyId, new Date(now().getTime() + LINK_LASTS))
    for (const { email, locale } of to) await queueLetter(tx, { kind, subject, recipient: email, locale, payload })
  }
}

interface Recipient {
  email: string
  locale: string
}

/** Who of each firm gets its letters: its people, else the first contact person with an e-mail address; firms without either are left out. */
async function readersOf(tx: Reader, companyIds: string[]): Promise<Map<string, Recipient[]>> {
  const people = await tx
    .select({ companyId: users.companyId, email: users.email, locale: users.locale })
    .from(users)
    .where(and(inArray(users.companyId, companyIds), eq(users.role, 'registrant'), isNotNull(users.confirmedAt), isNull(users.disabledAt)))
    .orderBy(asc(users.createdAt), asc(users.id))
  const readers = new Map<string, Recipient[]>()
  for (const { companyId, ...person } of people) readers.set(companyId!, [...(readers.get(companyId!) ?? []), person])
  const contacts = await tx
    .select({ companyId: companyContacts.companyId, email: companyContacts.email, locale: companyContacts.locale })
    .from(companyContacts)
    .where(and(inArray(companyContacts.companyId, companyIds), isNotNull(companyContacts.email)))
    .orderBy(asc(companyContacts.createdAt), asc(companyContacts.id))
  for (const { companyId, email, locale } of contacts) if (!readers.has(companyId)) readers.set(companyId, [{ email: email!, locale }])
  return readers
}

/** Begins the daily round, when the server starts. */
export const beginTellingAges = () => transact((tx) => schedule(tx, 'ages', 'ages'))
