import type { Writer } from '#db/index.ts'
import { surveyAggregates, type Question, type Section } from '#db/schema/surveys.ts'
import { optionsOfList } from './lists.ts'
import { addQuestionnaire } from './questionnaires.server.ts'

export interface BundledSurveys {
  questionnaires: { kind: 'follow-up' | 'event'; nameJa: string; nameZh: string; sections: Section[] }[]
  aggregates: (typeof surveyAggregates.$inferInsert)[]
}

const filled = (question: Question): Question => (question.list ? { ...question, options: optionsOfList(question.list) } : question)

/** The ready questionnaires, published, and the results of earlier surveys of which only figures exist. */
export async function installSurveys(tx: Writer, { questionnaires, aggregates }: BundledSurveys): Promise<{ versions: Record<string, string> }> {
  const versions: Record<string, string> = {}
  for (const { sections, ...given } of questionnaires) {
    const added = await addQuestionnaire(tx, null, { ...given, sections: sections.map((section) => ({ ...section, questions: section.questions.map(filled) })), published: true })
    versions[given.kind] = added.versionId
  }
  await tx.insert(surveyAggregates).values(aggregates)
  return { versions }
}
