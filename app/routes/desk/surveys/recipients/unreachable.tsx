import { markRecipient } from '#app/features/projects/surveys/answering.server.ts'
import { recipientAct, toRecipient } from '#app/features/projects/surveys/desk-open.server.ts'

export const loader = toRecipient
export const action = recipientAct((tx, clerk, _round, { recipient }) => markRecipient(tx, clerk, recipient.id, 'unreachable'))
