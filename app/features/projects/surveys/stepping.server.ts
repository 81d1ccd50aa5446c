import type { Section } from '#db/schema/surveys.ts'
import { formData, formSeal, limit, typedOf, type FormState } from '#app/platform/form.server.ts'
import { minutes } from '#app/platform/clock.ts'
import type { StepSaved } from './answering.server.ts'
import { readStep, stepAfter, stepsOf, type Saved } from './engine.ts'

const answersPerAddress = limit(300, minutes(10))
export const mayAnswer = (address: string) => answersPerAddress(address)

/** One page of a questionnaire as it is shown; null where these answers do not lead to it. */
export function showStep(sections: readonly Section[], saved: Saved, key: string) {
  const steps = stepsOf(sections, saved.answers)
  const at = steps.findIndex((step) => step.key === key)
  const step = steps[at]
  if (!step) return null
  return { key, n: at + 1, all: steps.length, title: step.section.title, questions: step.questions, answers: Object.fromEntries(step.questions.map(({ code }) => [code, saved.answers[code] ?? null])), edition: saved.edition, seal: formSeal() }
}
export type StepView = NonNullable<ReturnType<typeof showStep>>

/** The pages in their order and whether each was saved. */
export const overview = (sections: readonly Section[], saved: Saved) => stepsOf(sections, saved.answers).map(({ key, section }) => ({ key, title: section.title, done: saved.saves[key] !== undefined }))

export interface StepRefused {
  kept: FormState
  conflict: boolean
  /** what stands there now, for the next try */
  edition: number
}
type Outcome = { kind: 'saved'; next: string | null } | { kind: 'gone' } | { kind: 'refused'; status: number; refused: StepRefused }

/** Reads one page's form and hands it to whoever stores it; nothing typed is lost. `next`: the page that follows. */
export async function takeStep(
  request: Request,
  sections: readonly Section[],
  saved: Saved,
  key: string,
  save: (sent: { step: string; answers: ReturnType<typeof readStep>['answers']; shown: { key: string; edition: number } }) => Promise<StepSaved>,
): Promise<Outcome> {
  const step = stepsOf(sections, saved.answers).find((one) => one.key === key)
  if (!step) return { kind: 'gone' }
  const form = await formData(request)
  // What does not come from a page of ours would take every answer of this page back.
  if (!form.has('_key')) return { kind: 'gone' }
  const { answers, errors } = readStep(step.questions, form)
  const kept = (conflict: boolean, edition: number): Outcome => ({ kind: 'refused', status: conflict ? 409 : 400, refused: { kept: { errors, typed: typedOf(form) }, conflict, edition } })
  const shown = { key: String(form.get('_key') ?? ''), edition: Number(form.get('_edition')) || 0 }
  if (Object.keys(errors).length > 0) return kept(false, shown.edition)
  const done = await save({ step: key, answers, shown })
  if (done.ok) return { kind: 'saved', next: stepAfter(sections, done.saved.answers, key) }
  return done.reason === 'conflict' ? kept(true, saved.edition) : { kind: 'gone' }
}
