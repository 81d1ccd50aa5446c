import { choice, flag, id, index, instant, table, text, unique } from '#db/dialect'

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
    /** null until the one-time link has been used */
    passwordHash: text(),
    demo: flag().notNull().default(false),
    disabledAt: instant(),
    createdAt: instant().notNull(),
  },
  (row) => [unique('users_email').on(row.email)],
)

export const sessions = table(
  'sessions',
  {
    /** SHA-256 of the token in the cookie */
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    expiresAt: instant().notNull(),
    createdAt: instant().notNull(),
  },
  (row) => [index('sessions_by_user').on(row.userId), index('sessions_expiry').on(row.expiresAt)],
)
