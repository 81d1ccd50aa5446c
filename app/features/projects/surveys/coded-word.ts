import type { SurveyWord } from '#db/schema/candidacies.ts'
import { amountBands, obstacleCodes, outcomeKinds, projectStatuses, wishCodes } from '#db/schema/projects.ts'
import type { Answers, Section } from '#db/schema/surveys.ts'
import { SAVINGS } from './analysis.ts'
import { allQuestions, codesOf, validAnswers } from './engine.ts'
import { impactCodes, type ListName } from './lists.ts'

const among = <const T extends readonly string[]>(known: T, codes: readonly string[]) => known.filter((code): code is T[number] => code !== 'none' && codes.includes(code))
const whole = (answer: unknown) => (typeof answer === 'number' && answer >= 0 && answer <= 2_000_000_000 ? Math.round(answer) : null)
/** When the status came about, by the bundled questionnaires’ code. */
const SINCE = 'status-since'

/** What answers say of the project in the register's own codes; questions are known by their vocabulary, whatever their code. */
export function codedWord(sections: readonly Section[], given: Answers) {
  const answers = validAnswers(sections, given)
  const said = (list: ListName) => allQuestions(sections).flatMap((question) => (question.list === list ? codesOf(answers[question.code]) : []))
  const [status] = among(projectStatuses, said('status'))
  const since = answers[SINCE]
  const outcome = {
    kinds: among(outcomeKinds, said('outcomes')),
    amount: among(amountBands, said('amounts'))[0] ?? null,
    energySaved: whole(answers[SAVINGS.energy]),
    co2Saved: whole(answers[SAVINGS.co2]),
    verified: answers[SAVINGS.basis] === 'verified',
    impacts: among(impactCodes, said('impacts')),
  }
  const nothing = outcome.kinds.length === 0 && outcome.amount === null && outcome.energySaved === null && outcome.co2Saved === null && outcome.impacts.length === 0
  return {
    status: status ?? null,
    since: typeof since === 'string' ? since : null,
    obstacles: among(obstacleCodes, said('obstacles')),
    wishes: among(wishCodes, said('wishes')),
    outcome: nothing ? null : outcome,
  }
}
export type CodedWord = ReturnType<typeof codedWord>

export const saysNothing = ({ status, obstacles, wishes, outcome }: CodedWord) => status === null && obstacles.length + wishes.length === 0 && outcome === null

type Told = Pick<SurveyWord, 'obstacles' | 'wishes' | 'outcome'>
/** What a word adds to what the same answers said when they were last taken over. */
export function newlySaid(word: Told, before: Told | null): Told {
  const same = JSON.stringify(word.outcome) === JSON.stringify(before?.outcome ?? null)
  return {
    obstacles: word.obstacles.filter((code) => !before?.obstacles.includes(code)),
    wishes: word.wishes.filter((code) => !before?.wishes.includes(code)),
    outcome: same ? null : word.outcome,
  }
}
