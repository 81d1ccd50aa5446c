import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { users } from '#db/schema/accounts.ts'
import { facts } from '#db/schema/platform.ts'
import { now } from '#app/platform/clock.ts'
import { hashPassword } from './password.server.ts'

/** Known to everybody: the start prints it, and the desk warns while an account still has it. */
export const DEMO_PASSWORD = 'mihon-yangli-2026'

const DEMO_STAFF = [
  { email: 'manager@demo.example', name: '見本 一郎', role: 'manager', office: 'tokyo', locale: 'ja' },
  { email: 'secretary@demo.example', name: '样本 小文', role: 'secretary', office: 'beijing', locale: 'zh' },
] as const

/** Two staff accounts for trying the desk out, and somebody of one firm for its side. */
export async function seedDemoAccounts(tx: Writer, companyId: string | null): Promise<void> {
  const common = { demo: true, passwordHash: await hashPassword(DEMO_PASSWORD), confirmedAt: now(), createdAt: now() }
  for (const staff of DEMO_STAFF) await tx.insert(users).values({ ...staff, ...common })
  if (companyId) await tx.insert(users).values({ email: 'firm@demo.example', name: '見本 花子', role: 'registrant', locale: 'ja', companyId, ...common })
}

let known: boolean | undefined

/** True in a database that was seeded with demo records; it stays one. Asked once. */
export async function isDemoDatabase(db: Reader): Promise<boolean> {
  if (known !== undefined) return known
  const [created] = await db.select({ value: facts.value }).from(facts).where(eq(facts.name, 'created'))
  if (!created) return false
  return (known = created.value === 'demo')
}

/** The accounts in which the demo password is still in force; a new password ends that. Elsewhere they do not sign in. */
export async function demoSignIns(db: Reader): Promise<{ email: string; role: string; password: string }[]> {
  if (!(await isDemoDatabase(db))) return []
  const rows = await db.select().from(users).where(and(eq(users.demo, true), isNull(users.disabledAt))).orderBy(asc(users.email))
  return rows.map(({ email, role }) => ({ email, role, password: DEMO_PASSWORD }))
}

let warned = false

/** Whether the public pages warn of passwords that everybody knows. Kept in memory, so that no page asks for it. */
export const warnsOfDemo = () => warned

/** Looks again; the server does so at its start and every few seconds. */
export async function refreshDemoWarning(db: Reader): Promise<void> {
  warned = (await demoSignIns(db)).length > 0
}
