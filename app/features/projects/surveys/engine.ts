import type { Answer, Answers, Question, Section } from '#db/schema/surveys.ts'
import { fold } from '../../catalogue/search/folding.ts'

export const allQuestions = (sections: readonly Section[]): Question[] => sections.flatMap(({ questions }) => questions)

export const codesOf = (answer: Answer | undefined): string[] => (answer === undefined ? [] : Array.isArray(answer) ? answer : [String(answer)])

/** The questions that these answers call for. What hangs on a question that is not asked is not asked either. */
export function askedQuestions(sections: readonly Section[], answers: Answers): Question[] {
  const asked = new Set<string>()
  return allQuestions(sections).filter(({ code, when }) => {
    const yes = !when || (asked.has(when.question) && codesOf(answers[when.question]).some((one) => when.codes.includes(one)))
    if (yes) asked.add(code)
    return yes
  })
}

/** Only the answers to questions that are asked: a change of mind above takes away what hung on it. */
export function validAnswers(sections: readonly Section[], answers: Answers): Answers {
  const valid: Answers = {}
  for (const { code } of askedQuestions(sections, answers)) if (answers[code] !== undefined) valid[code] = answers[code]
  return valid
}

export interface Step {
  key: string
  section: Section
  questions: Question[]
}

/**
 * The pages of a questionnaire: a section each, and one more for what hangs on an answer of the same section, since
 * without scripts it can be asked only after that is known. Pages without a question are left out.
 */
export function stepsOf(sections: readonly Section[], answers: Answers): Step[] {
  const asked = new Set(askedQuestions(sections, answers).map(({ code }) => code))
  return sections.flatMap((section) => {
    const depth = new Map<string, number>()
    for (const { code, when } of section.questions) depth.set(code, when && depth.has(when.question) ? depth.get(when.question)! + 1 : 0)
    return Array.from({ length: Math.max(0, ...depth.values()) + 1 }, (_, level) => ({
      key: level === 0 ? section.code : `${section.code}.${level}`,
      section,
      questions: section.questions.filter(({ code }) => depth.get(code) === level && asked.has(code)),
    })).filter(({ questions }) => questions.length > 0)
  })
}

/** Where to go on after a step was saved; null: everything was shown. */
export function stepAfter(sections: readonly Section[], answers: Answers, key: string): string | null {
  const order = (step: string) => {
    const [code, level = '0'] = step.split('.')
    return [sections.findIndex((section) => section.code === code), Number(level)] as const
  }
  const [at, level] = order(key)
  return stepsOf(sections, answers).find(({ key: other }) => {
    const [place, depth] = order(other)
    return place > at || (place === at && depth > level)
  })?.key ?? null
}

/** Questions that must be answered before the whole is sent, and are not. */
export const openQuestions = (sections: readonly Section[], answers: Answers): Question[] => askedQuestions(sections, answers).filter(({ code, required }) => required && answers[code] === undefined)

export const LONGEST_TEXT = 4000
export type AnswerError = 'choose' | 'invalid' | 'tooLong'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const isDay = (text: string) => DAY.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)

/** What was sent for one question: an answer, nothing, or why it cannot be one. An empty field takes an answer back. */
export function readAnswer(question: Question, sent: readonly string[]): { ok: true; answer: Answer | null } | { ok: false; error: AnswerError } {
  const given = sent.map((text) => text.trim()).filter(Boolean)
  const [first] = given
  if (first === undefined) return { ok: true, answer: null }
  const known = new Set(question.options?.map(({ code }) => code))
  switch (question.kind) {
    case 'single':
      return known.has(first) && given.length === 1 ? { ok: true, answer: first } : { ok: false, error: 'choose' }
    case 'several':
      return given.every((code) => known.has(code)) ? { ok: true, answer: [...known].filter((code) => given.includes(code)) } : { ok: false, error: 'choose' }
    case 'scale': {
      const n = Number(first)
      return Number.isInteger(n) && n >= 1 && n <= (question.scale?.most ?? 5) ? { ok: true, answer: n } : { ok: false, error: 'choose' }
    }
    case 'number': {
      const n = Number(first.normalize('NFKC').replace(/[,，、\s]/g, ''))
      return Number.isFinite(n) && Math.abs(n) < 1e12 ? { ok: true, answer: n } : { ok: false, error: 'invalid' }
    }
    case 'date':
      return isDay(first) ? { ok: true, answer: first } : { ok: false, error: 'invalid' }
    case 'text':
      return first.length <= LONGEST_TEXT ? { ok: true, answer: first } : { ok: false, error: 'tooLong' }
  }
}

/** What a page's form says about its own questions. */
export function readStep(questions: readonly Question[], form: FormData): { answers: Record<string, Answer | null>; errors: Record<string, string[]> } {
  const answers: Record<string, Answer | null> = {}
  const errors: Record<string, string[]> = {}
  for (const question of questions) {
    const read = readAnswer(question, form.getAll(question.code).filter((value): value is string => typeof value === 'string'))
    if (read.ok) answers[question.code] = read.answer
    else errors[question.code] = [read.error]
  }
  return { answers, errors }
}

export interface Saved {
  answers: Answers
  saves: Record<string, { key: string; edition: number }>
  edition: number
}

const same = (a: Answer | null | undefined, b: Answer | null | undefined) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/**
 * Puts one page's answers into what is stored. The same form may come again, from a double tap, a lost connection or the
 * back button: it counts once, with what it says last. A form that was shown before somebody else saved the same page is
 * a conflict, unless it says the same.
 */
export function saveStep(stored: Saved, step: string, answers: Record<string, Answer | null>, shown: { key: string; edition: number }): { kind: 'saved' | 'unchanged'; next: Saved } | { kind: 'conflict' } {
  const last = stored.saves[step]
  const changed = Object.entries(answers).some(([code, answer]) => !same(stored.answers[code], answer))
  if (!changed && last) return { kind: 'unchanged', next: stored }
  if (last && last.edition > shown.edition && last.key !== shown.key) return { kind: 'conflict' }
  const next: Answers = { ...stored.answers }
  for (const [code, answer] of Object.entries(answers)) {
    if (answer === null) delete next[code]
    else next[code] = answer
  }
  const edition = stored.edition + 1
  return { kind: 'saved', next: { answers: next, saves: { ...stored.saves, [step]: { key: shown.key, edition } }, edition } }
}

/** Free texts as one folded text, for search. */
export const searchTextOf = (sections: readonly Section[], answers: Answers): string =>
  fold(
    askedQuestions(sections, answers)
      .filter(({ kind }) => kind === 'text')
      .map(({ code }) => answers[code])
      .filter((answer) => typeof answer === 'string')
      .join('\n'),
  )
