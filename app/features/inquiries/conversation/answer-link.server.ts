import type { Reader, Writer } from '#db/index.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { days, now } from '#app/platform/clock.ts'
import { newestLink, openLink, renewLink, revokeLinks } from '#app/platform/links.server.ts'
import { alreadyMoved, holdApproach, moved, recordCase, type Moved } from '../moving.server.ts'
import { isAlive } from '../stages.ts'
import { contactOfApproach, tellFirm } from '../telling.server.ts'

const LASTS = days(60)

/** How a firm's private page stands: whether it opens, until when, and whether a letter with it can go out. */
export async function readAnswerLink(db: Reader, approach: { id: string; contactId: string | null; companyId: string }) {
  const link = await newestLink(db, 'answer', approach.id)
  const contact = await contactOfApproach(db, approach)
  const state = !link || link.revokedAt ? ('revoked' as const) : link.expiresAt && link.expiresAt <= now() ? ('expired' as const) : ('open' as const)
  return { state, expiresAt: link?.expiresAt ?? null, sentBefore: link?.generation ?? 0, reachable: Boolean(contact?.email) }
}

/** A new address for the firm's page, in a new letter; every earlier one stops working. */
export async function resendAnswerLink(tx: Writer, clerk: Secretary, approachId: string): Promise<Moved> {
  const held = await holdApproach(tx, approachId)
  if (!held || !isAlive(held.approach.stage)) return alreadyMoved
  const contact = await contactOfApproach(tx, held.approach)
  if (!contact?.email) return { ok: false, reason: 'company-unreachable' }
  const expiresAt = new Date(now().getTime() + LASTS)
  const link = await newestLink(tx, 'answer', approachId)
  await revokeLinks(tx, 'answer', approachId)
  if (link) await renewLink(tx, link, expiresAt)
  else await openLink(tx, 'answer', approachId, expiresAt)
  await tellFirm(tx, held.approach, 'approach-link')
  await recordCase(tx, held.inquiry.id, clerk.id, 'link-resent', { approach: approachId })
  return moved
}

/** The firm's page opens for nobody until it is sent anew: it went to the wrong person, or was passed on. */
export async function revokeAnswerLink(tx: Writer, clerk: Secretary, approachId: string): Promise<Moved> {
  const held = await holdApproach(tx, approachId)
  if (!held || (await revokeLinks(tx, 'answer', approachId)) === 0) return alreadyMoved
  await recordCase(tx, held.inquiry.id, clerk.id, 'link-revoked', { approach: approachId })
  return moved
}
