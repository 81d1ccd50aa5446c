import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { isDuplicate } from '#db/dialect'
import type { Reader, Writer } from '#db/index.ts'
import { questionnaires, questionnaireVersions, type Question, type Section, type surveyKinds } from '#db/schema/surveys.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { now } from '#app/platform/clock.ts'
import { record } from '#app/platform/ledger.server.ts'
import { allQuestions } from './engine.ts'
import { moveInOrder, type Moved, type Way } from './ordering.ts'
import { refused, type Done } from './refusals.ts'

type Kind = (typeof surveyKinds)[number]
export type Version = typeof questionnaireVersions.$inferSelect
const subjectOf = (id: string) => `questionnaire:${id}`

export const listQuestionnaires = (db: Reader) => db.select().from(questionnaires).orderBy(asc(questionnaires.kind), asc(questionnaires.createdAt), asc(questionnaires.id))

export async function readQuestionnaire(db: Reader, id: string) {
  const [questionnaire] = await db.select().from(questionnaires).where(eq(questionnaires.id, id))
  if (!questionnaire) return null
  const versions = await db.select().from(questionnaireVersions).where(eq(questionnaireVersions.questionnaireId, id)).orderBy(desc(questionnaireVersions.version))
  return { ...questionnaire, versions }
}

/** A version with its questionnaire, or null. */
export async function readVersion(db: Reader, questionnaireId: string, version: number) {
  const [row] = await db
    .select({ version: questionnaireVersions, questionnaire: questionnaires })
    .from(questionnaireVersions)
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .where(and(eq(questionnaireVersions.questionnaireId, questionnaireId), eq(questionnaireVersions.version, version)))
  return row ?? null
}

/** What a round may use, the newest version of each first. */
export const publishedVersions = (db: Reader, kind: Kind) =>
  db
    .select({ id: questionnaireVersions.id, version: questionnaireVersions.version, ja: questionnaires.nameJa, zh: questionnaires.nameZh })
    .from(questionnaireVersions)
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .where(and(eq(questionnaires.kind, kind), isNotNull(questionnaireVersions.publishedAt)))
    .orderBy(asc(questionnaires.createdAt), asc(questionnaires.id), desc(questionnaireVersions.version))

export async function addQuestionnaire(tx: Writer, by: Secretary | null, given: { kind: Kind; nameJa: string; nameZh: string; sections: Section[]; published?: boolean }): Promise<{ id: string; versionId: string }> {
  const [row] = await tx.insert(questionnaires).values({ kind: given.kind, nameJa: given.nameJa, nameZh: given.nameZh, createdAt: now() }).returning()
  const [version] = await tx.insert(questionnaireVersions).values({ questionnaireId: row!.id, version: 1, sections: given.sections, publishedAt: given.published ? now() : null, createdAt: now() }).returning()
  await record(tx, subjectOf(row!.id), by?.id ?? 'system', 'questionnaire-added', { kind: given.kind })
  return { id: row!.id, versionId: version!.id }
}

/** A new draft that begins as the newest version stands; a draft that is there already is gone on with. */
export async function draftVersion(tx: Writer, clerk: Secretary, questionnaireId: string): Promise<number | null> {
  const [newest] = await tx.select().from(questionnaireVersions).where(eq(questionnaireVersions.questionnaireId, questionnaireId)).orderBy(desc(questionnaireVersions.version)).limit(1)
  if (!newest) return null
  if (!newest.publishedAt) return newest.version
  try {
    await tx.insert(questionnaireVersions).values({ questionnaireId, version: newest.version + 1, sections: newest.sections, createdAt: now() })
  } catch (error) {
    if (!isDuplicate(error)) throw error
  }
  await record(tx, subjectOf(questionnaireId), clerk.id, 'questionnaire-drafted', { version: newest.version + 1 })
  return newest.version + 1
}

/** Changes a draft; whoever saw an earlier edition, or a version that is published by now, is refused. */
async function changeDraft(tx: Writer, clerk: Secretary, version: Version, edition: number, sections: Section[]): Promise<Done> {
  if (version.publishedAt) return refused('published')
  const [row] = await tx
    .update(questionnaireVersions)
    .set({ sections, edition: edition + 1 })
    .where(and(eq(questionnaireVersions.id, version.id), eq(questionnaireVersions.edition, edition), isNull(questionnaireVersions.publishedAt)))
    .returning()
  if (!row) return refused('changed-meanwhile')
  await record(tx, subjectOf(version.questionnaireId), clerk.id, 'questionnaire-changed', { version: version.version })
  return { ok: true }
}

export function saveSection(tx: Writer, clerk: Secretary, version: Version, edition: number, section: Omit<Section, 'questions'>, code: string | null): Promise<Done> {
  const others = version.sections.filter((one) => one.code !== code)
  if (others.some((one) => one.code === section.code)) return Promise.resolve(refused('code-taken'))
  const sections = code ? version.sections.map((one) => (one.code === code ? { ...section, questions: one.questions } : one)) : [...version.sections, { ...section, questions: [] }]
  return changeDraft(tx, clerk, version, edition, sections)
}

/**
 * Puts a question into a section of a draft, in place of the one of that code if there was one. Its condition must name
 * an earlier question and codes that can be answered there.
 */
export function saveQuestion(tx: Writer, clerk: Secretary, version: Version, edition: number, sectionCode: string, question: Question, code: string | null): Promise<Done> {
  const before = allQuestions(version.sections)
  if (question.code !== code && before.some((one) => one.code === question.code)) return Promise.resolve(refused('code-taken'))
  if (code && code !== question.code && before.some(({ when }) => when?.question === code)) return Promise.resolve(refused('needed-elsewhere'))
  const stays = version.sections.some((section) => section.code === sectionCode && section.questions.some((one) => one.code === code))
  const sections = version.sections.map((section) => {
    const own = stays && section.code === sectionCode ? section.questions.map((one) => (one.code === code ? question : one)) : section.questions.filter((one) => one.code !== code)
    return { ...section, questions: section.code === sectionCode && !stays ? [...own, question] : own }
  })
  if (!conditionsHold(sections)) return Promise.resolve(refused('condition-unknown'))
  return changeDraft(tx, clerk, version, edition, sections)
}

export function dropQuestion(tx: Writer, clerk: Secretary, version: Version, edition: number, code: string): Promise<Done> {
  if (allQuestions(version.sections).some(({ when }) => when?.question === code)) return Promise.resolve(refused('needed-elsewhere'))
  return changeDraft(tx, clerk, version, edition, version.sections.map((section) => ({ ...section, questions: section.questions.filter((one) => one.code !== code) })))
}

/** Moves a question or a section of a draft one place; a condition still names an earlier question afterwards. */
export function reorder(tx: Writer, clerk: Secretary, version: Version, edition: number, what: Moved, way: Way): Promise<Done> {
  const sections = moveInOrder(version.sections, what, way)
  if (!sections) return Promise.resolve(refused('already-moved'))
  if (!conditionsHold(sections)) return Promise.resolve(refused('condition-first'))
  return changeDraft(tx, clerk, version, edition, sections)
}

/** Every condition names an earlier question, and codes that it offers. */
export function conditionsHold(sections: readonly Section[]): boolean {
  const earlier = new Map<string, Set<string>>()
  return allQuestions(sections).every(({ code, when, options, scale }) => {
    const known = when && earlier.get(when.question)
    const holds = !when || Boolean(known && when.codes.length > 0 && when.codes.every((one) => known.has(one)))
    earlier.set(code, new Set(scale ? Array.from({ length: scale.most }, (_, at) => String(at + 1)) : options?.map((one) => one.code)))
    return holds
  })
}

export async function publishVersion(tx: Writer, clerk: Secretary, version: Version): Promise<Done> {
  if (allQuestions(version.sections).length === 0) return refused('no-questions')
  const [row] = await tx
    .update(questionnaireVersions)
    .set({ publishedAt: now(), sections: version.sections.filter(({ questions }) => questions.length > 0) })
    .where(and(eq(questionnaireVersions.id, version.id), eq(questionnaireVersions.edition, version.edition), isNull(questionnaireVersions.publishedAt)))
    .returning()
  if (!row) return refused('already-moved')
  await record(tx, subjectOf(version.questionnaireId), clerk.id, 'questionnaire-published', { version: version.version })
  return { ok: true }
}
