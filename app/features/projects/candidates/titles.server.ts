import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { candidacies } from '#db/schema/candidacies.ts'
import { partySides, projectParties, projects, titleConfirmations } from '#db/schema/projects.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { days, now } from '#app/platform/clock.ts'
import { record } from '#app/platform/ledger.server.ts'
import { openLink, revokeLinks } from '#app/platform/links.server.ts'
import { queueLetter } from '#app/platform/mail.server.ts'
import { sha256 } from '#app/platform/secrets.server.ts'
import { reachable } from '../life/contacts.server.ts'
import { hold, refused, subjectOf, type Done } from '../life/recording.server.ts'
import type { TitleForm } from './form.ts'

export type Side = (typeof partySides)[number]
const LINK_LASTS = days(30)
export const linkSubject = (projectId: string, side: Side) => `${projectId}.${side}`

/** Exactly what a side confirms: both titles, and everybody on both sides in both languages. */
export async function readTitle(db: Reader, projectId: string) {
  const [row] = await db.select({ ja: projects.titleJa, zh: projects.titleZh, state: projects.state }).from(projects).where(eq(projects.id, projectId))
  if (!row) return null
  const parties = await db
    .select({ side: projectParties.side, ja: projectParties.nameJa, zh: projectParties.nameZh })
    .from(projectParties)
    .where(eq(projectParties.projectId, projectId))
    .orderBy(asc(projectParties.position), asc(projectParties.id))
  const { state, ...title } = row
  return { state, title, parties, textHash: sha256(JSON.stringify([title.ja, title.zh, ...partySides.map((side) => parties.filter((party) => party.side === side).map(({ ja, zh }) => [ja, zh]))])) }
}
export type Title = NonNullable<Awaited<ReturnType<typeof readTitle>>>

/** Every word of either side, the newest last; only one on the present text counts. */
export const wordsOnTitle = (db: Reader, projectIds: readonly string[]) =>
  db.select().from(titleConfirmations).where(inArray(titleConfirmations.projectId, [...projectIds, ''])).orderBy(asc(titleConfirmations.at), asc(titleConfirmations.id))
type Word = typeof titleConfirmations.$inferSelect

/** Per side: what it last said on this very text, or null. */
export function standingWords(words: readonly Word[], textHash: string): Record<Side, Word | null> {
  const last = (side: Side) => words.findLast((word) => word.side === side && word.textHash === textHash) ?? null
  return { japan: last('japan'), china: last('china') }
}

/** `ready` when both sides have agreed to the present text in both languages; falls back when it changes. */
export async function settleStage(tx: Writer, projectId: string): Promise<void> {
  const shown = await readTitle(tx, projectId)
  const [candidacy] = await tx.select().from(candidacies).where(eq(candidacies.projectId, projectId))
  if (!shown || shown.state !== 'candidate' || !candidacy) return
  const words = await wordsOnTitle(tx, [projectId])
  const standing = standingWords(words, shown.textHash)
  const complete = Boolean(shown.title.ja && shown.title.zh) && shown.parties.every(({ ja, zh }) => ja && zh)
  const stage = complete && standing.japan?.agreed && standing.china?.agreed ? 'ready' : candidacy.stage === 'hearing' && words.length === 0 ? 'hearing' : 'confirming'
  if (stage === candidacy.stage) return
  await tx.update(candidacies).set({ stage, updatedAt: now() }).where(eq(candidacies.projectId, projectId)).returning()
  if (stage !== 'ready') await tx.update(projects).set({ number: null }).where(and(eq(projects.id, projectId), eq(projects.state, 'candidate')))
}

/** Sends one side the private link to the text; an earlier link of the side ends. */
export async function askSide(tx: Writer, clerk: Secretary, projectId: string, side: Side): Promise<Done> {
  if (!(await hold(tx, projectId, 'candidate'))) return refused('already-moved')
  const shown = (await readTitle(tx, projectId))!
  if (!shown.title.ja || !shown.title.zh || shown.parties.some(({ ja, zh }) => !ja || !zh)) return refused('no-title')
  const readers = (await reachable(tx, projectId)).filter((one) => one.side === side)
  if (readers.length === 0) return refused('no-contact')
  const subject = linkSubject(projectId, side)
  await revokeLinks(tx, 'title', subject)
  await openLink(tx, 'title', subject, new Date(now().getTime() + LINK_LASTS))
  for (const { email, locale } of readers) await queueLetter(tx, { kind: 'project-title', subject: subjectOf(projectId), recipient: email, locale, payload: { project: projectId, side } })
  await tx.update(candidacies).set({ stage: 'confirming', updatedAt: now() }).where(and(eq(candidacies.projectId, projectId), eq(candidacies.stage, 'hearing'))).returning()
  await record(tx, subjectOf(projectId), clerk.id, 'title-asked', { side, letters: readers.length })
  return { ok: true }
}

/** A side's word on the text it was shown. A text that changed meanwhile is refused: it is to be read again. */
export async function answerTitle(tx: Writer, projectId: string, side: Side, form: TitleForm, told: { clerk: Secretary; how: 'phone' | 'mail' } | null = null): Promise<Done> {
  if (!(await hold(tx, projectId, 'candidate'))) return refused('already-moved')
  const shown = (await readTitle(tx, projectId))!
  if (shown.textHash !== form.textHash) return refused('text-changed')
  const last = standingWords(await wordsOnTitle(tx, [projectId]), form.textHash)[side]
  const agreed = form.agreed === 'yes'
  if (last && last.agreed === agreed && last.remark === form.remark) return { ok: true }
  const by = told?.clerk.id ?? side
  await tx.insert(titleConfirmations).values({ projectId, side, textHash: form.textHash, how: told?.how ?? 'link', by, remark: form.remark, agreed, at: now() })
  await record(tx, subjectOf(projectId), by, 'title-answered', { side, agreed })
  await settleStage(tx, projectId)
  return { ok: true }
}
