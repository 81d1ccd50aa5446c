import type { Answers, Choice, Question, Section } from '#db/schema/surveys.ts'
import { allQuestions, codesOf, validAnswers } from './engine.ts'

export interface QuestionTally {
  question: Question
  /** how many answered it */
  answered: number
  options: (Choice & { n: number })[]
  /** of numbers: sum, middle, lowest and highest */
  numbers: { sum: number; median: number } | null
}

/** The choices of a coded question; a scale has its steps. */
export const choicesOf = ({ options, scale }: Question): Choice[] =>
  options ?? Array.from({ length: scale?.most ?? 0 }, (_, at) => ({ code: String(at + 1), ja: String(at + 1), zh: String(at + 1) }))
export const isCoded = (question: Question) => question.kind === 'single' || question.kind === 'several' || question.kind === 'scale'

/** Every question with its counts. */
export function tallyQuestions(sections: readonly Section[], sets: readonly Answers[]): QuestionTally[] {
  const valid = sets.map((answers) => validAnswers(sections, answers))
  return allQuestions(sections).map((question) => {
    const given = valid.flatMap((answers) => (answers[question.code] === undefined ? [] : [answers[question.code]!]))
    const counts = new Map<string, number>()
    if (isCoded(question)) for (const answer of given) for (const code of codesOf(answer)) counts.set(code, (counts.get(code) ?? 0) + 1)
    const numbers = question.kind === 'number' ? given.filter((answer): answer is number => typeof answer === 'number').sort((a, b) => a - b) : []
    return {
      question,
      answered: given.length,
      options: choicesOf(question).map((choice) => ({ ...choice, n: counts.get(choice.code) ?? 0 })),
      numbers: numbers.length > 0 ? { sum: numbers.reduce((sum, n) => sum + n, 0), median: numbers[Math.floor((numbers.length - 1) / 2)]! } : null,
    }
  })
}

/** How often two coded answers come together; one respondent counts once in each pair of codes. */
export function crossTable(a: Question, b: Question, sets: readonly Answers[]): { rows: Choice[]; columns: Choice[]; cells: number[][] } {
  const [rows, columns] = [choicesOf(a), choicesOf(b)]
  const [rowAt, columnAt] = [new Map(rows.map(({ code }, at) => [code, at])), new Map(columns.map(({ code }, at) => [code, at]))]
  const cells = rows.map(() => columns.map(() => 0))
  for (const answers of sets) {
    for (const row of codesOf(answers[a.code])) {
      for (const column of codesOf(answers[b.code])) {
        const [r, c] = [rowAt.get(row), columnAt.get(column)]
        if (r !== undefined && c !== undefined) cells[r]![c]!++
      }
    }
  }
  return { rows, columns, cells }
}
