import type { Worker } from '#app/platform/jobs.server.ts'
import { deliverLetter } from '#app/platform/mail.server.ts'
import { accountLetters } from '#app/features/accounts/letters.server.tsx'
import { openReset } from '#app/features/accounts/passwords.server.ts'
import { expireJoining } from '#app/features/catalogue/joining/expiring.server.ts'
import { joiningLetters } from '#app/features/catalogue/joining/letters.server.ts'
import { eraseDeleted } from '#app/features/catalogue/revising/erasing.server.ts'
import { listingLetters } from '#app/features/catalogue/revising/letters.server.tsx'
import { runTimer, sweepCases } from '#app/features/inquiries/clockwork.server.ts'
import { inquiryLetters } from '#app/features/inquiries/letters.server.tsx'
import { caseworkLetters } from '#app/features/inquiries/reminder-letters.server.ts'

/** Every kind of job and who does it. */
export const workers: Record<string, Worker> = {
  'account-reset': openReset,
  letter: deliverLetter({ ...accountLetters, ...joiningLetters, ...listingLetters, ...inquiryLetters, ...caseworkLetters }),
  'listing-erasure': eraseDeleted,
  'joining-expiry': expireJoining,
  'inquiry-timer': runTimer,
  'inquiry-sweep': sweepCases,
}
