import { and, asc, eq, inArray, ne, or } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { candidacies, projectReports } from '#db/schema/candidacies.ts'
import { partyContacts, projectOutcomes, projectParties, projects, titleConfirmations } from '#db/schema/projects.ts'
import { surveyInterviews, surveyRecipients } from '#db/schema/surveys.ts'
import { batches } from '../../catalogue/batches.ts'

/** Why a project cannot be taken back with its table; words: projectdesk.json, import.holds.* */
export type Hold = 'touched' | 'survey' | 'interview' | 'report' | 'outcome' | 'confirmation' | 'candidacy' | 'contact'
export interface Held {
  id: string
  title: { ja: string | null; zh: string | null }
  by: Hold[]
}

const as = (hold: Hold) => (rows: { id: string }[]) => [hold, rows] as const

/** Those of these projects that somebody has worked on or that something refers to, each with what holds it. */
export async function heldProjects(db: Reader, projectIds: readonly string[]): Promise<Held[]> {
  const held = new Map<string, Set<Hold>>()
  for (const ids of batches(projectIds)) {
    const found = await Promise.all([
      db.select({ id: projects.id }).from(projects).where(and(inArray(projects.id, ids), or(ne(projects.updatedAt, projects.createdAt), ne(projects.state, 'announced')))).then(as('touched')),
      db.selectDistinct({ id: surveyRecipients.projectId }).from(surveyRecipients).where(inArray(surveyRecipients.projectId, ids)).then(as('survey')),
      db.selectDistinct({ id: surveyInterviews.projectId }).from(surveyInterviews).where(inArray(surveyInterviews.projectId, ids)).then(as('interview')),
      db.selectDistinct({ id: projectReports.projectId }).from(projectReports).where(inArray(projectReports.projectId, ids)).then(as('report')),
      db.selectDistinct({ id: projectOutcomes.projectId }).from(projectOutcomes).where(inArray(projectOutcomes.projectId, ids)).then(as('outcome')),
      db.selectDistinct({ id: titleConfirmations.projectId }).from(titleConfirmations).where(inArray(titleConfirmations.projectId, ids)).then(as('confirmation')),
      db.select({ id: candidacies.projectId }).from(candidacies).where(inArray(candidacies.projectId, ids)).then(as('candidacy')),
      db.selectDistinct({ id: projectParties.projectId }).from(partyContacts).innerJoin(projectParties, eq(projectParties.id, partyContacts.partyId)).where(inArray(projectParties.projectId, ids)).then(as('contact')),
    ])
    for (const [hold, rows] of found) for (const { id } of rows) held.set(id, (held.get(id) ?? new Set<Hold>()).add(hold))
  }
  const named: Held[] = []
  for (const ids of batches([...held.keys()])) {
    const rows = await db.select({ id: projects.id, ja: projects.titleJa, zh: projects.titleZh }).from(projects).where(inArray(projects.id, ids)).orderBy(asc(projects.slug))
    named.push(...rows.map(({ id, ja, zh }) => ({ id, title: { ja, zh }, by: [...held.get(id)!] })))
  }
  return named
}
