import type { partyKinds, partySides } from '#db/schema/projects.ts'
import type { Answers, responseStates, Section, waysToAnswer } from '#db/schema/surveys.ts'
import { allQuestions, codesOf } from './engine.ts'
import { tallyQuestions } from './tallies.ts'

/** One party of one round, as far as it is counted. */
export interface Told {
  round: string
  year: number
  projectId: string
  side: (typeof partySides)[number]
  kind: (typeof partyKinds)[number]
  forum: number | null
  /** top-level fields of its project */
  fields: string[]
  state: (typeof responseStates)[number]
  via: (typeof waysToAnswer)[number] | null
  /** empty unless it answered, whole or in part */
  answers: Answers
}

export interface Rate {
  key: string
  asked: number
  answered: number
  partly: number
  refused: number
  /** asked and still silent, or not to be reached */
  silent: number
  /** answers in per cent of those asked who still are there; null: nobody was asked */
  percent: number | null
}

/** Firms that are no more, and parties that were never asked, are not counted as asked. */
export function ratesBy(told: readonly Told[], keyOf: (one: Told) => string): Rate[] {
  const groups = new Map<string, Rate>()
  for (const one of told) {
    const key = keyOf(one)
    const group = groups.get(key) ?? { key, asked: 0, answered: 0, partly: 0, refused: 0, silent: 0, percent: null }
    groups.set(key, group)
    if (one.state === 'dissolved' || (one.state === 'not-sent' && one.via === null)) continue
    group.asked++
    if (one.state === 'answered') group.answered++
    if (one.state === 'partly') group.partly++
    if (one.state === 'refused') group.refused++
    group.silent = group.asked - group.answered - group.partly - group.refused
  }
  return [...groups.values()].map((group) => ({ ...group, percent: group.asked === 0 ? null : Math.round((1000 * group.answered) / group.asked) / 10 })).sort((a, b) => (a.key < b.key ? -1 : 1))
}

/** Sorted as text, rounds stay in their order. */
const FORUM_KEYS = Array.from({ length: 1000 }, (_, round) => String(round).padStart(3, '0'))

/** Counts by two keys, as a table: rows in order of their first key, columns as given. */
export function tableOf(entries: Iterable<readonly [row: string, column: string]>, columns: readonly string[]): { key: string; cells: number[] }[] {
  const at = new Map(columns.map((column, place) => [column, place]))
  const rows = new Map<string, number[]>()
  for (const [row, column] of entries) {
    const cells = rows.get(row) ?? columns.map(() => 0)
    rows.set(row, cells)
    const place = at.get(column)
    if (place !== undefined) cells[place]!++
  }
  return [...rows].map(([key, cells]) => ({ key, cells })).sort((a, b) => (a.key < b.key ? -1 : 1))
}

const answersTo = (told: readonly Told[], code: string) => told.flatMap((one) => codesOf(one.answers[code]).map((answer) => [one, answer] as const))
const years = (told: readonly Told[]) => [...new Set(told.map(({ year }) => year))].sort((a, b) => a - b).map(String)

/** Which question of a questionnaire asks a vocabulary; its code may differ from one version to the next. */
export const codeOfList = (sections: readonly Section[], list: string) => allQuestions(sections).find((question) => question.list === list)?.code ?? list

export interface Outcomes {
  kinds: { key: string; n: number }[]
  amounts: { key: string; n: number }[]
  impacts: { key: string; n: number }[]
  /** of each project the highest report of its parties, so that nothing counts twice */
  saved: Record<'energy' | 'co2', Record<'claimed' | 'verified', { sum: number; projects: number }>>
}

/** Codes of the questions about savings in every follow-up questionnaire. */
export const SAVINGS = { energy: 'energy-saved', co2: 'co2-saved', basis: 'savings-basis' } as const

function outcomesOf(sections: readonly Section[], own: readonly Told[]): Outcomes {
  const count = (list: 'outcomes' | 'amounts' | 'impacts') => {
    const counts = new Map<string, Set<string>>()
    for (const [one, answer] of answersTo(own, codeOfList(sections, list))) counts.set(answer, (counts.get(answer) ?? new Set<string>()).add(one.projectId))
    return [...counts].map(([key, found]) => ({ key, n: found.size })).sort((a, b) => b.n - a.n || (a.key < b.key ? -1 : 1))
  }
  const saved = (code: string, basis: 'claimed' | 'verified') => {
    const most = new Map<string, number>()
    for (const { projectId, answers } of own) {
      const n = answers[code]
      if (typeof n === 'number' && (answers[SAVINGS.basis] === 'verified' ? 'verified' : 'claimed') === basis) most.set(projectId, Math.max(most.get(projectId) ?? 0, n))
    }
    return { sum: [...most.values()].reduce((sum, n) => sum + n, 0), projects: most.size }
  }
  return {
    kinds: count('outcomes'),
    amounts: count('amounts'),
    impacts: count('impacts'),
    saved: {
      energy: { claimed: saved(SAVINGS.energy, 'claimed'), verified: saved(SAVINGS.energy, 'verified') },
      co2: { claimed: saved(SAVINGS.co2, 'claimed'), verified: saved(SAVINGS.co2, 'verified') },
    },
  }
}

/** How many projects say what in which year; each once a round. Thousands of answers pass here at every look: no key is built for any of them. */
function projectsByYear(all: readonly Told[], code: string, columns: readonly string[]): { key: string; cells: number[] }[] {
  const place = new Map(columns.map((year, at) => [Number(year), at]))
  const rows = new Map<string, number[]>()
  const rounds = new Map<string, Map<string, Set<string>>>()
  for (const { round, year, projectId, answers } of all) {
    const answer = answers[code]
    if (answer === undefined) continue
    let projects = rounds.get(round)
    if (!projects) rounds.set(round, (projects = new Map<string, Set<string>>()))
    let said = projects.get(projectId)
    if (!said) projects.set(projectId, (said = new Set<string>()))
    for (const one of Array.isArray(answer) ? answer : [String(answer)]) {
      if (said.has(one)) continue
      said.add(one)
      let cells = rows.get(one)
      if (!cells) rows.set(one, (cells = columns.map(() => 0)))
      cells[place.get(year)!]!++
    }
  }
  return [...rows].map(([key, cells]) => ({ key, cells })).sort((a, b) => (a.key < b.key ? -1 : 1))
}

/** The figures of one round, and those over the years of all rounds. Projects, not parties, are counted where the matter is one of the project. */
export function analyse(sections: readonly Section[], own: readonly Told[], all: readonly Told[]) {
  const columns = years(all)
  const once = (told: readonly Told[], code: string) => {
    const seen = new Set<string>()
    return answersTo(told, code).filter(([one, answer]) => {
      const key = `${one.round} ${one.projectId} ${answer}`
      return !seen.has(key) && Boolean(seen.add(key))
    })
  }
  const [status, obstacles, wishes] = [codeOfList(sections, 'status'), codeOfList(sections, 'obstacles'), codeOfList(sections, 'wishes')]
  const byYear = (code: string) => projectsByYear(all, code, columns)
  const fields = [...new Set(own.flatMap((one) => one.fields))].sort()
  const byField = (code: string) => tableOf(once(own, code).flatMap(([one, answer]) => one.fields.map((field) => [answer, field] as const)), fields)
  return {
    years: columns,
    fields,
    total: ratesBy(own, () => 'all')[0] ?? { key: 'all', asked: 0, answered: 0, partly: 0, refused: 0, silent: 0, percent: null },
    states: tableOf(own.map((one) => [one.state, 'n'] as const), ['n']).map(({ key, cells }) => ({ key, n: cells[0]! })),
    byPhone: own.filter(({ via }) => via === 'phone').length,
    rates: { kind: ratesBy(own, (one) => `${one.side}.${one.kind}`), forum: ratesBy(own, (one) => FORUM_KEYS[one.forum ?? 0] ?? String(one.forum)), year: ratesBy(all, (one) => String(one.year)) },
    status: byYear(status),
    obstacles: { year: byYear(obstacles), field: byField(obstacles) },
    wishes: { year: byYear(wishes), field: byField(wishes) },
    outcomes: outcomesOf(sections, own),
    questions: tallyQuestions(sections, own.filter(({ state }) => state === 'answered' || state === 'partly').map(({ answers }) => answers)),
  }
}
