import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { users } from '#db/schema/accounts.ts'
import { candidacies, projectReports } from '#db/schema/candidacies.ts'
import { inquiries } from '#db/schema/inquiries.ts'
import { partySides, projectEvents, projectOutcomes, projects } from '#db/schema/projects.ts'
import { now } from '#app/platform/clock.ts'
import { newestLink } from '#app/platform/links.server.ts'
import { contactCounts } from '../candidates/proposing.server.ts'
import { readRound } from '../candidates/rounds.server.ts'
import { linkSubject, readTitle, standingWords, wordsOnTitle } from '../candidates/titles.server.ts'
import { partiesOfProject } from '../life/recording.server.ts'

/** A project as the desk reads it, in whatever state: everything that was ever told about it, but nobody’s contacts. */
export async function readDeskProject(db: Reader, id: string) {
  const [project] = await db.select().from(projects).where(eq(projects.id, id))
  if (!project) return null
  const [parties, contacts, events, outcomes, reports, [candidacy], [origin], round] = await Promise.all([
    partiesOfProject(db, id),
    contactCounts(db, id),
    db
      .select({ id: projectEvents.id, verb: projectEvents.verb, on: projectEvents.on, source: projectEvents.source, sourceText: projectEvents.sourceText, codes: projectEvents.codes, ja: projectEvents.textJa, zh: projectEvents.textZh, public: projectEvents.public, author: users.name })
      .from(projectEvents)
      .leftJoin(users, eq(users.id, projectEvents.authorId))
      .where(eq(projectEvents.projectId, id))
      .orderBy(asc(projectEvents.on), asc(projectEvents.id)),
    db.select().from(projectOutcomes).where(eq(projectOutcomes.projectId, id)).orderBy(desc(projectOutcomes.on), desc(projectOutcomes.createdAt)),
    db.select().from(projectReports).where(and(eq(projectReports.projectId, id), isNull(projectReports.decidedAt))).orderBy(asc(projectReports.at)),
    db.select().from(candidacies).where(eq(candidacies.projectId, id)),
    db.select({ id: inquiries.id, ticket: inquiries.ticket }).from(inquiries).where(eq(inquiries.id, project.originInquiryId ?? '')),
    readRound(db, project.forum ?? 0),
  ])
  const living = contacts.filter((contact) => !contact.erasedAt)
  return {
    project,
    round: round && { round: round.round, ja: round.nameJa, zh: round.nameZh },
    parties: parties.map((party) => ({ ...party, contacts: living.filter((one) => one.partyId === party.id).length, mail: living.some((one) => one.partyId === party.id && one.email) })),
    events,
    outcomes,
    reports,
    origin: origin ?? null,
    candidacy: candidacy ?? null,
    title: project.state === 'candidate' ? await readConfirming(db, id) : null,
  }
}
export type DeskProject = NonNullable<Awaited<ReturnType<typeof readDeskProject>>>

/** How far both sides are with the text: asked until when, and what each said. */
async function readConfirming(db: Reader, projectId: string) {
  const shown = (await readTitle(db, projectId))!
  const words = await wordsOnTitle(db, [projectId])
  const standing = standingWords(words, shown.textHash)
  const sides = await Promise.all(
    partySides.map(async (side) => {
      const link = await newestLink(db, 'title', linkSubject(projectId, side))
      const word = standing[side]
      const open = link && !link.revokedAt && (!link.expiresAt || link.expiresAt > now())
      return {
        side,
        askedUntil: open ? link.expiresAt : null,
        word: word && { agreed: word.agreed, remark: word.remark, how: word.how, at: word.at },
        earlier: words.some((one) => one.side === side && one.textHash !== shown.textHash),
      }
    }),
  )
  return { textHash: shown.textHash, complete: Boolean(shown.title.ja && shown.title.zh) && shown.parties.every(({ ja, zh }) => ja && zh), sides }
}
