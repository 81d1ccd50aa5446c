import { endLink } from '#app/features/projects/surveys/sending.server.ts'
import { recipientAct, toRecipient } from '#app/features/projects/surveys/desk-open.server.ts'

export const loader = toRecipient
export const action = recipientAct((tx, clerk, round, { recipient }) => endLink(tx, clerk, round, recipient.id))
