import type { EventResults } from './events.server.ts'
import { keepSmallBack, SMALLEST } from './small-cells.ts'
import { isCoded } from './tallies.ts'

const share = (n: number | null, of: number) => (n === null || of === 0 ? null : Math.round((1000 * n) / of) / 10)

/** What may be shown of an event's results: coded questions only, no small cell, and no question that few answered. */
export function publishedResults({ answers, questions, earlier }: EventResults) {
  return {
    answers: answers < SMALLEST ? null : answers,
    questions: questions
      .filter(({ question }) => isCoded(question))
      .map(({ question, answered, options }) => {
        const before = earlier?.questions.find(({ code }) => code === question.code)
        const kept = answered < SMALLEST ? options.map(() => null) : keepSmallBack(options.map(({ n }) => n), question.kind !== 'several')
        return {
          code: question.code,
          text: question.text,
          answered: answered < SMALLEST ? null : answered,
          options: options.map(({ code, ja, zh }, at) => ({ code, ja, zh, n: kept[at]!, percent: share(kept[at]!, answered), earlier: before?.options.find((one) => one.code === code)?.percent ?? null })),
          compared: before !== undefined,
        }
      }),
    earlier: earlier && { name: { ja: earlier.nameJa, zh: earlier.nameZh }, from: earlier.from, to: earlier.to, answers: earlier.answers, about: earlier.about, source: { ja: earlier.sourceJa, zh: earlier.sourceZh }, questions: earlier.questions },
  }
}
export type PublishedResults = ReturnType<typeof publishedResults>
