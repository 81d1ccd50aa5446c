import type { Worker } from '#app/platform/jobs.server.ts'
import { deliverLetter } from '#app/platform/mail.server.ts'
import { accountLetters } from '#app/features/accounts/letters.server.tsx'
import { clearAccount, ERASED_ACCOUNT } from '#app/features/accounts/leaving.server.ts'
import { openReset } from '#app/features/accounts/passwords.server.ts'
import { readDocumentText } from '#app/features/catalogue/files/reading-text.server.ts'
import { PDF_TEXT } from '#app/features/catalogue/files/store.server.ts'
import { SWEEP_FILES, sweepDaily } from '#app/features/catalogue/files/sweeping.server.ts'
import { expireJoining } from '#app/features/catalogue/joining/expiring.server.ts'
import { joiningLetters } from '#app/features/catalogue/joining/letters.server.ts'
import { agingLetters } from '#app/features/catalogue/revising/aging-letters.server.ts'
import { tellAges } from '#app/features/catalogue/revising/aging.server.ts'
import { eraseDeleted } from '#app/features/catalogue/revising/erasing.server.ts'
import { listingLetters } from '#app/features/catalogue/revising/letters.server.tsx'
import { storeTable } from '#app/features/catalogue/tables/importing.server.ts'
import { tableLetters } from '#app/features/catalogue/tables/table-letters.server.ts'
import { runTimer, sweepCases } from '#app/features/inquiries/clockwork.server.ts'
import { clearRemains, ERASED_REMAINS } from '#app/features/inquiries/erasing/erasing.server.ts'
import { inboxLetters } from '#app/features/inquiries/inbox/assigning-letters.server.ts'
import { INDEX_CASES, indexOldCases } from '#app/features/inquiries/inbox/words.server.ts'
import { filesOfCases } from '#app/features/inquiries/releasing/releases.server.ts'
import { closeOnTime } from '#app/features/inquiries/needs/closing.server.ts'
import { NEED_CLOSING } from '#app/features/inquiries/needs/ending.server.ts'
import { projectLetters } from '#app/features/projects/letters.server.ts'
import { inquiryLetters } from '#app/features/inquiries/letters.server.tsx'
import { caseworkLetters } from '#app/features/inquiries/reminder-letters.server.ts'
import { surveyLetters } from '#app/features/projects/surveys/letters.server.ts'
import { ROUND_JOB } from '#app/features/projects/surveys/rounds.server.ts'
import { runRound } from '#app/features/projects/surveys/sending.server.ts'
import { BAIDU_PUSH, pushToBaidu } from '#app/features/outreach/searching/baidu.server.ts'
import { flyerLetters } from '#app/features/outreach/flyers/mailing.server.ts'
import { renewTicket, WECHAT_TICKET } from '#app/features/outreach/wechat/ticket.server.ts'
import { env } from '#app/platform/env.server.ts'
import { eraseOverdue, RETENTION } from '#app/features/trust/retaining.server.ts'

/** Every kind of letter and who words it; its name for the desk lies in inbox.json under letterKind. */
export const composers = { ...accountLetters, ...joiningLetters, ...listingLetters, ...agingLetters, ...tableLetters, ...inquiryLetters, ...caseworkLetters, ...projectLetters, ...inboxLetters, ...surveyLetters, ...flyerLetters }

/** Every kind of job and who does it. */
export const workers: Record<string, Worker> = {
  'account-reset': openReset,
  letter: deliverLetter(composers),
  'listing-erasure': eraseDeleted,
  'joining-expiry': expireJoining,
  'inquiry-timer': runTimer,
  'inquiry-sweep': sweepCases,
  [NEED_CLOSING]: closeOnTime,
  ages: tellAges,
  table: storeTable,
  [ROUND_JOB]: runRound,
}

/** What takes its time has a runner of its own: no letter waits for a brochure to be read. */
export const slowWorkers: Record<string, Worker> = {
  [ERASED_REMAINS]: clearRemains,
  [ERASED_ACCOUNT]: clearAccount,
  [RETENTION]: eraseOverdue,
  [PDF_TEXT]: readDocumentText,
  [INDEX_CASES]: indexOldCases,
  [BAIDU_PUSH]: pushToBaidu(env.baiduPushUrl),
  [WECHAT_TICKET]: renewTicket(env.wechat),
  [SWEEP_FILES]: sweepDaily([filesOfCases]),
}
