import type { Worker } from '#app/platform/jobs.server.ts'
import { deliverLetter } from '#app/platform/mail.server.ts'
import { accountLetters } from '#app/features/accounts/letters.server.tsx'
import { expireJoining } from '#app/features/catalogue/joining/expiring.server.ts'
import { joiningLetters } from '#app/features/catalogue/joining/letters.server.ts'
import { inquiryLetters } from '#app/features/inquiries/letters.server.tsx'

/** Every kind of job and who does it. */
export const workers: Record<string, Worker> = {
  letter: deliverLetter({ ...accountLetters, ...joiningLetters, ...inquiryLetters }),
  'joining-expiry': expireJoining,
}
