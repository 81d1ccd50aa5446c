import { flag, id, index, instant, integer, json, serial, table, text, unique } from '#db/dialect'

/** Append-only history (refused by the database itself otherwise). Codes only: no contacts, no free text. */
export const ledger = table(
  'ledger',
  {
    id: serial(),
    /** `kind:id` of what it is about, e.g. `inquiry:4f…` */
    subject: text().notNull(),
    /** a user's id, or `buyer`, `firm`, `system` */
    actor: text().notNull(),
    verb: text().notNull(),
    codes: json<Record<string, string | number | boolean | null>>().notNull(),
    at: instant().notNull(),
  },
  (row) => [index('ledger_by_subject').on(row.subject, row.id)],
)

/** One kind of private link. The token is HMAC(secret, id + generation); nothing secret is stored. */
export const privateLinks = table(
  'private_links',
  {
    id: id(),
    purpose: text().notNull(),
    subject: text().notNull(),
    generation: integer().notNull(),
    expiresAt: instant(),
    revokedAt: instant(),
    usedAt: instant(),
    createdAt: instant().notNull(),
  },
  (row) => [index('private_links_by_subject').on(row.subject, row.purpose)],
)

/** Letters waiting for delivery or delivered. Rendered when delivered, so that no link is ever stored. */
export const outbox = table(
  'outbox',
  {
    id: id(),
    kind: text().notNull(),
    subject: text().notNull(),
    recipient: text().notNull(),
    locale: text().notNull(),
    payload: json<Record<string, string>>().notNull(),
    messageId: text().notNull(),
    createdAt: instant().notNull(),
    sentAt: instant(),
    /** the SMTP server's last reply, or where the file was written */
    reply: text(),
    failed: flag().notNull().default(false),
    /** from then on only the recipient's domain is left, and nothing of what it said */
    erasedAt: instant(),
  },
  (row) => [index('outbox_by_subject').on(row.subject), index('outbox_by_erasure').on(row.erasedAt, row.sentAt), index('outbox_waiting').on(row.sentAt, row.createdAt)],
)

/** Forms that were taken: sent again, when the answer was lost on the way, one is answered as before and does nothing. */
export const submissions = table(
  'submissions',
  {
    /** hash of the form's address and its hidden key */
    key: text().primaryKey(),
    /** what the act answered; null while it is at work */
    outcome: json<unknown>(),
    at: instant().notNull(),
  },
  (row) => [index('submissions_by_time').on(row.at)],
)

export const jobs = table(
  'jobs',
  {
    id: id(),
    kind: text().notNull(),
    /** at most one job per key */
    key: text().notNull(),
    /** what it is about, so that all jobs about one thing can be found again */
    subject: text(),
    payload: json<Record<string, string>>().notNull(),
    dueAt: instant().notNull(),
    leaseUntil: instant(),
    leaseHolder: text(),
    attempts: integer().notNull().default(0),
    lastError: text(),
  },
  (row) => [unique('jobs_key').on(row.key), index('jobs_due').on(row.dueAt), index('jobs_by_subject').on(row.subject)],
)

/** Small facts about this database: `seed`, `data-version`, `ticket:2026` … */
export const facts = table('facts', {
  name: text().primaryKey(),
  number: integer().notNull().default(0),
  value: text().notNull().default(''),
})

export const dailyCounts = table(
  'daily_counts',
  {
    /** day · kind · subject · language · device, joined: the row's key, so that a batch is one upsert */
    key: text().primaryKey(),
    day: text().notNull(),
    kind: text().notNull(),
    subject: text().notNull(),
    language: text().notNull(),
    device: text().notNull(),
    n: integer().notNull(),
  },
  (row) => [index('daily_counts_by_subject').on(row.subject, row.day), index('daily_counts_by_day').on(row.day, row.kind)],
)
