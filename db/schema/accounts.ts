import { choice, flag, id, index, instant, integer, table, text, unique } from '#db/dialect'

export const roles = ['registrant', 'secretary', 'manager'] as const
export const offices = ['tokyo', 'beijing', 'shanghai', 'chengdu', 'shenyang'] as const

export const users = table(
  'users',
  {
    id: id(),
    email: text().notNull(),
    name: text().notNull(),
    role: choice(roles).notNull(),
    office: choice(offices),
    locale: text().notNull().default('ja'),
    /** the firm of a registrant, once the office has approved it; people belong to one firm */
    companyId: text(),
    /** null until the one-time link has been used */
    passwordHash: text(),
    /** when the address was proved to be the person's; null: never, the account does not sign in */
    confirmedAt: instant(),
    /** the address that a change asks for, until it is confirmed */
    pendingEmail: text(),
    /** sealed with the site's key; counts once `totpSince` is set */
    totpSecret: text(),
    totpSince: instant(),
    /** the last time step that was used up, so that no code works twice */
    totpStep: integer(),
    demo: flag().notNull().default(false),
    disabledAt: instant(),
    /** deleted by its owner: name and address are gone, the row stays for what it signed */
    erasedAt: instant(),
    createdAt: instant().notNull(),
  },
  (row) => [unique('users_email').on(row.email), index('users_by_company').on(row.companyId)],
)

/** One use each, for somebody whose second factor is lost. */
export const recoveryCodes = table(
  'recovery_codes',
  {
    id: id(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** keyed hash of the code */
    hash: text().notNull(),
    usedAt: instant(),
  },
  (row) => [index('recovery_codes_by_user').on(row.userId)],
)

export const sessions = table(
  'sessions',
  {
    /** SHA-256 of the token in the cookie */
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** browser and system in words, for the owner's list; no address is kept */
    device: text().notNull().default(''),
    expiresAt: instant().notNull(),
    createdAt: instant().notNull(),
  },
  (row) => [index('sessions_by_user').on(row.userId), index('sessions_expiry').on(row.expiresAt)],
)
