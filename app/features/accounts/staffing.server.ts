import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Writer } from '#db/index.ts'
import { users } from '#db/schema/accounts.ts'
import { record } from '#app/platform/ledger.server.ts'
import type { User } from './data.server.ts'
import type { ResetReason, StaffForm } from './form.ts'
import type { Manager } from './gate.server.ts'
import { addStaff, disableUser, enableUser, sendActivation, subjectOf } from './mutations.server.ts'
import { tell } from './telling.server.ts'
import { dropSecondStep } from './totp.server.ts'

export type Staffed = { ok: true } | { ok: false; reason: 'exists' | 'self' | 'last-manager' | 'gone' }
const STAFF = ['secretary', 'manager'] as const
const gone = { ok: false, reason: 'gone' } as const

/** Invites somebody of the office by a letter with a one-time link. */
export async function inviteStaff(tx: Writer, by: Manager, staff: StaffForm): Promise<Staffed & { id?: string }> {
  const added = await addStaff(tx, staff)
  if (!added.ok) return added
  await record(tx, subjectOf(added.user.id), by.id, 'invited-to-office', { role: staff.role })
  await sendActivation(tx, added.user, 'account-invited-staff', by.id)
  return { ok: true, id: added.user.id }
}

/** A new one-time link by letter, for somebody who lost the password or the invitation. */
export async function sendNewLink(tx: Writer, by: Manager, userId: string): Promise<Staffed> {
  const [user] = await tx.select().from(users).where(and(eq(users.id, userId), inArray(users.role, STAFF), isNull(users.disabledAt)))
  if (!user) return gone
  await sendActivation(tx, user, 'account-link', by.id)
  return { ok: true }
}

export async function changeRole(tx: Writer, by: Manager, userId: string, role: (typeof STAFF)[number]): Promise<Staffed> {
  if (userId === by.id) return { ok: false, reason: 'self' }
  if (role !== 'manager' && (await isLastManager(tx, userId))) return { ok: false, reason: 'last-manager' }
  const [user] = await tx.update(users).set({ role }).where(and(eq(users.id, userId), inArray(users.role, STAFF))).returning()
  if (!user) return gone
  await record(tx, subjectOf(userId), by.id, 'role-changed', { role })
  return { ok: true }
}

export async function disableStaff(tx: Writer, by: Manager, userId: string): Promise<Staffed> {
  if (userId === by.id) return { ok: false, reason: 'self' }
  if (await isLastManager(tx, userId)) return { ok: false, reason: 'last-manager' }
  if (!(await isStaff(tx, userId))) return gone
  return (await disableUser(tx, userId, by.id)) ? { ok: true } : gone
}

export async function enableStaff(tx: Writer, by: Manager, userId: string): Promise<Staffed> {
  if (!(await isStaff(tx, userId))) return gone
  return (await enableUser(tx, userId, by.id)) ? { ok: true } : gone
}

/** Takes somebody's second step away because it cannot be used any more, at a firm or in the office; the person is told. */
export async function resetSecondStep(tx: Writer, by: Manager, userId: string, reason: ResetReason): Promise<Staffed> {
  if (userId === by.id) return { ok: false, reason: 'self' }
  const user = await dropSecondStep(tx, userId)
  if (!user) return gone
  await record(tx, subjectOf(userId), by.id, 'second-step-reset', { reason })
  await tell(tx, user, 'account-second-step-reset')
  return { ok: true }
}

async function isStaff(tx: Writer, userId: string): Promise<boolean> {
  const [user] = await tx.select().from(users).where(and(eq(users.id, userId), inArray(users.role, STAFF)))
  return user !== undefined
}

/** Writes to every manager's row, so that two managers who shut each other out do so one after the other. */
async function isLastManager(tx: Writer, userId: string): Promise<boolean> {
  const managers: User[] = await tx.update(users).set({ role: 'manager' }).where(and(eq(users.role, 'manager'), isNull(users.disabledAt))).returning()
  const able = managers.filter((one) => one.passwordHash !== null)
  return managers.some((one) => one.id === userId) && !able.some((one) => one.id !== userId)
}
