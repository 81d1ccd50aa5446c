import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { users } from '#db/schema/accounts.ts'
import { now } from '#app/platform/clock.ts'
import { hashPassword } from './password.server.ts'

/** Known to everybody: the start prints it, and the desk warns while an account still has it. */
export const DEMO_PASSWORD = 'mihon-yangli-2026'

const DEMO_STAFF = [
  { email: 'manager@demo.example', name: '見本 一郎', role: 'manager', office: 'tokyo', locale: 'ja' },
  { email: 'secretary@demo.example', name: '样本 小文', role: 'secretary', office: 'beijing', locale: 'zh' },
] as const

/** Two staff accounts for trying the desk out. */
export async function seedDemoAccounts(tx: Writer): Promise<void> {
  for (const staff of DEMO_STAFF) {
    await tx.insert(users).values({ ...staff, demo: true, passwordHash: await hashPassword(DEMO_PASSWORD), createdAt: now() })
  }
}

/** The accounts in which the demo password is still in force; using a one-time link ends that. */
export async function demoSignIns(db: Reader): Promise<{ email: string; password: string }[]> {
  const rows = await db.select().from(users).where(and(eq(users.demo, true), isNull(users.disabledAt))).orderBy(asc(users.email))
  return rows.map(({ email }) => ({ email, password: DEMO_PASSWORD }))
}
