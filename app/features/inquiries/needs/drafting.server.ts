import { and, eq, inArray } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { needs } from '#db/schema/inquiries.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { fold } from '#app/features/catalogue/search/folding.ts'
import { days, now, today } from '#app/platform/clock.ts'
import { alreadyMoved, holdOpenInquiry, recordCase, type Inquiry, type Moved } from '../moving.server.ts'
import { dropTasks } from '../tasks.server.ts'
import { settled } from '../timing.server.ts'
import type { NeedForm } from './need-form.ts'
import { wordsOfNeed } from './publication-words.server.ts'

export type Need = typeof needs.$inferSelect

/** What the desk has worded of a case for the public; null: nothing yet. */
export async function needOf(db: Reader, inquiryId: string): Promise<Need | null> {
  const [need] = await db.select().from(needs).where(eq(needs.inquiryId, inquiryId))
  return need ?? null
}

const OPEN_FOR = days(60)
export const LONGEST_OPEN = days(366)

/** What the form begins with: the buyer's own words in their language, and of the buyer what firms may see. */
export function firstWords(inquiry: Inquiry, labels: Record<'process' | 'presentData' | 'goal', string>) {
  const { onBehalf } = inquiry
  const told = (['process', 'presentData', 'goal'] as const).flatMap((name) => (inquiry[name] ? [`${labels[name]}: ${inquiry[name]}`] : []))
  const text = [inquiry.message, ...told].join('\n\n')
  const title = (inquiry.goal ?? '').split('\n')[0]!.slice(0, 60)
  const own = inquiry.locale === 'zh'
  return {
    titleJa: own ? '' : title,
    titleZh: own ? title : '',
    textJa: own ? '' : text,
    textZh: own ? text : '',
    fields: [] as string[],
    organisationKind: onBehalf ? onBehalf.kind : inquiry.organisationKind,
    region: onBehalf ? onBehalf.region : inquiry.region,
    size: onBehalf ? onBehalf.size : inquiry.size,
    closesOn: today(new Date(now().getTime() + OPEN_FOR)),
  }
}

/** Keeps the wording. What is public is taken back first; other words than those agreed to have to be agreed to anew. */
export async function saveNeed(tx: Writer, clerk: Secretary, inquiryId: string, form: NeedForm): Promise<Moved> {
  const inquiry = await holdOpenInquiry(tx, inquiryId)
  if (!inquiry || inquiry.stage === 'received') return alreadyMoved
  if (!isClosingDay(form.closesOn)) return { ok: false, reason: 'closing-day' }
  const before = await needOf(tx, inquiryId)
  const at = now()
  const worded = { ...form, state: 'draft' as const, searchText: fold([form.titleJa, form.titleZh, form.textJa, form.textZh].join('\n')), updatedAt: at }
  const asked = before && wordsOfNeed(before) === wordsOfNeed(form) ? {} : { askedAt: null, refusedAt: null }
  const [saved] = before
    ? await tx.update(needs).set({ ...worded, ...asked, closedAt: null }).where(and(eq(needs.id, before.id), inArray(needs.state, ['draft', 'closed']))).returning()
    : await tx.insert(needs).values({ ...worded, inquiryId, slug: crypto.randomUUID().slice(0, 8), createdAt: at }).returning()
  if (!saved) return alreadyMoved
  if (!saved.askedAt) await dropTasks(tx, inquiryId, { about: 'inquiry-publication' })
  await recordCase(tx, inquiryId, clerk.id, 'need-worded')
  return settled(tx, inquiryId)
}

/** After today, and within a year. */
export const isClosingDay = (day: string): boolean => day > today() && day <= today(new Date(now().getTime() + LONGEST_OPEN))
