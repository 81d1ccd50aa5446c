import { sendAgain } from '#app/features/projects/surveys/sending.server.ts'
import { recipientAct, toRecipient } from '#app/features/projects/surveys/desk-open.server.ts'

export const loader = toRecipient
export const action = recipientAct((tx, clerk, round, { recipient }) => sendAgain(tx, clerk, round, recipient))
