import { roundAct, toRound } from '#app/features/projects/surveys/desk-open.server.ts'
import { releaseResults } from '#app/features/projects/surveys/rounds.server.ts'

export const loader = toRound
export const action = roundAct((tx, clerk, round) => releaseResults(tx, clerk, round, true))
