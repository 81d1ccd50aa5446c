import { and, asc, eq, inArray, isNull, lt } from 'drizzle-orm'
import { db, transact, type Writer } from '#db/index.ts'
import { partyContacts } from '#db/schema/projects.ts'
import { surveyRecipients, surveyRounds } from '#db/schema/surveys.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { now } from '#app/platform/clock.ts'
import type { Worker } from '#app/platform/jobs.server.ts'
import { record } from '#app/platform/ledger.server.ts'
import { newestLink, openLink, renewLink, revokeLinks } from '#app/platform/links.server.ts'
import { queueLetter } from '#app/platform/mail.server.ts'
import { closeRound, lastMoment, reminderMoment, roundSubject, type Round } from './rounds.server.ts'
import { refused, type Done } from './refusals.ts'

type Recipient = typeof surveyRecipients.$inferSelect
/** Letters of one transaction: other writers wait no longer than for so many. */
const PORTION = 25
/** Who has been asked and has not said the last word. */
export const SILENT = ['sent', 'reminded', 'partly'] as const

async function mailOf(tx: Writer, recipient: Recipient): Promise<string | null> {
  const [contact] = await tx.select({ email: partyContacts.email }).from(partyContacts).where(and(eq(partyContacts.id, recipient.contactId ?? ''), isNull(partyContacts.erasedAt)))
  return contact?.email ?? null
}

/** A link that works: the present one, or a new generation of an ended one. */
async function ensureLink(tx: Writer, recipientId: string, until: Date, anew = false): Promise<void> {
  const link = await newestLink(tx, 'survey', recipientId)
  if (!link) await openLink(tx, 'survey', recipientId, until)
  else if (anew || link.revokedAt || !link.expiresAt || link.expiresAt.getTime() !== until.getTime()) await renewLink(tx, link, until)
}

const letter = (tx: Writer, round: Round, recipient: Recipient, email: string, kind: 'invitation' | 'reminder') =>
  queueLetter(tx, { kind: `survey-${kind}`, subject: roundSubject(round.id), recipient: email, locale: recipient.locale, payload: { recipient: recipient.id } })

/** Sends the next portion of first letters; true while there may be more. */
async function sendPortion(round: Round): Promise<boolean> {
  return transact(async (tx) => {
    const waiting = await tx
      .select()
      .from(surveyRecipients)
      .where(and(eq(surveyRecipients.roundId, round.id), eq(surveyRecipients.state, 'not-sent'), eq(surveyRecipients.how, 'mail')))
      .orderBy(asc(surveyRecipients.id))
      .limit(PORTION)
    for (const recipient of waiting) {
      const email = await mailOf(tx, recipient)
      const [mine] = await tx
        .update(surveyRecipients)
        .set(email ? { state: 'sent', sentAt: now(), stateAt: now() } : { how: 'none' })
        .where(and(eq(surveyRecipients.id, recipient.id), eq(surveyRecipients.state, 'not-sent')))
        .returning()
      if (!mine || !email) continue
      await ensureLink(tx, recipient.id, lastMoment(round))
      await letter(tx, round, mine, email, 'invitation')
    }
    return waiting.length === PORTION
  })
}

/** Reminds the next portion of those who are silent and were reminded fewer than `times`. An answer begun stays begun. */
async function remindPortion(round: Round, times: number): Promise<boolean> {
  return transact(async (tx) => {
    const silent = await tx
      .select()
      .from(surveyRecipients)
      .where(and(eq(surveyRecipients.roundId, round.id), inArray(surveyRecipients.state, [...SILENT]), eq(surveyRecipients.how, 'mail'), lt(surveyRecipients.reminders, times)))
      .orderBy(asc(surveyRecipients.id))
      .limit(PORTION)
    for (const recipient of silent) {
      const email = await mailOf(tx, recipient)
      const [mine] = await tx
        .update(surveyRecipients)
        .set({ reminders: times, ...(email ? { remindedAt: now() } : {}), ...(email && recipient.state === 'sent' ? { state: 'reminded' as const, stateAt: now() } : {}) })
        .where(and(eq(surveyRecipients.id, recipient.id), eq(surveyRecipients.state, recipient.state), lt(surveyRecipients.reminders, times)))
        .returning()
      if (!mine || !email) continue
      // An answer can be given on the letter's link until the end, also when that was put off.
      const link = await newestLink(tx, 'survey', recipient.id)
      if (!link || link.revokedAt) continue
      await ensureLink(tx, recipient.id, lastMoment(round))
      await letter(tx, round, mine, email, 'reminder')
    }
    return silent.length === PORTION
  })
}

/** Does what is due in a round: first letters, reminders, the end; returns when to look again. */
export const runRound: Worker = async (job) => {
  const [round] = await db.select().from(surveyRounds).where(eq(surveyRounds.id, job.payload.round ?? ''))
  if (round?.state !== 'open') return
  if (now() >= lastMoment(round)) {
    await transact((tx) => closeRound(tx, 'clock', round.id))
    return
  }
  if (round.kind === 'follow-up') {
    if (await sendPortion(round)) return now()
    const due = round.remindOn.filter((day) => reminderMoment(day) <= now()).length
    if (due > 0 && (await remindPortion(round, due))) return now()
  }
  const ahead = round.remindOn.map(reminderMoment).filter((at) => at > now())
  return [...ahead, lastMoment(round)].sort((a, b) => a.getTime() - b.getTime())[0]
}

/** The letter once more, with a link of its own: the earlier address ends. */
export async function sendAgain(tx: Writer, clerk: Secretary, round: Round, recipient: Recipient): Promise<Done> {
  if (round.state !== 'open') return refused('closed')
  const email = await mailOf(tx, recipient)
  if (!email) return refused('no-contact')
  const [mine] = await tx
    .update(surveyRecipients)
    .set({ how: 'mail', sentAt: now(), stateAt: now(), ...(['not-sent', 'unreachable'].includes(recipient.state) ? { state: 'sent' as const } : {}) })
    .where(and(eq(surveyRecipients.id, recipient.id), eq(surveyRecipients.state, recipient.state), inArray(surveyRecipients.state, ['not-sent', 'sent', 'reminded', 'partly', 'answered', 'unreachable'])))
    .returning()
  if (!mine) return refused('already-moved')
  await ensureLink(tx, recipient.id, lastMoment(round), true)
  await letter(tx, round, mine, email, 'invitation')
  await record(tx, roundSubject(round.id), clerk.id, 'survey-sent-again', { recipient: recipient.id })
  return { ok: true }
}

export async function endLink(tx: Writer, clerk: Secretary, round: Round, recipientId: string): Promise<Done> {
  if ((await revokeLinks(tx, 'survey', recipientId)) === 0) return refused('already-moved')
  await record(tx, roundSubject(round.id), clerk.id, 'survey-link-ended', { recipient: recipientId })
  return { ok: true }
}
