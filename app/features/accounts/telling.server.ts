import type { Writer } from '#db/index.ts'
import { queueLetter } from '#app/platform/mail.server.ts'
import type { User } from './data.server.ts'

/** What somebody is told about the own account; the words are in letters.server.tsx. */
export type AccountNews =
  | 'account-invited-firm' | 'account-invited-staff' | 'account-link' | 'account-reset' | 'account-password-changed'
  | 'account-email-asked' | 'account-email-confirm' | 'account-email-changed'
  | 'account-second-step-on' | 'account-second-step-off' | 'account-second-step-reset' | 'account-recovery-used'

/** A letter to the owner of an account, or to `recipient` where the address is what changes. */
export async function tell(tx: Writer, user: Pick<User, 'id' | 'email' | 'locale'>, kind: AccountNews, recipient = user.email): Promise<void> {
  await queueLetter(tx, { kind, subject: `user:${user.id}`, recipient, locale: user.locale })
}
