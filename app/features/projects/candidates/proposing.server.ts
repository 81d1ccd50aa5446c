import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { candidacies, type proposalWays } from '#db/schema/candidacies.ts'
import { consents } from '#db/schema/inquiries.ts'
import { partyContacts, partySides, projectParties, projects } from '#db/schema/projects.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { now, today } from '#app/platform/clock.ts'
import { env } from '#app/platform/env.server.ts'
import { record } from '#app/platform/ledger.server.ts'
import { words, type Locale } from '#app/platform/locale.ts'
import { queueLetter } from '#app/platform/mail.server.ts'
import { sha256 } from '#app/platform/secrets.server.ts'
import { bodiesFinder, enterProjects, type ProjectInput } from '../entering.server.ts'
import { addPartyContact } from '../life/contacts.server.ts'
import { newcomersOf } from '../life/parties.server.ts'
import { hold, isTaken, partiesOfProject, refreshSearch, refused, subjectOf, tell, type Done } from '../life/recording.server.ts'
import { kindOfBody, readPartyLines, type Name } from '../parties.ts'
import type { EntryForm, ProposalForm, TextForm } from './form.ts'
import { openCalls } from './rounds.server.ts'
import { settleStage } from './titles.server.ts'

/** An address that says nothing, for what has no number yet. */
export const drawnSlug = () => `p-${crypto.randomUUID().slice(0, 8)}`
export const numberedSlug = (forum: number, number: number) => `forum${forum}-${String(number).padStart(2, '0')}`

/** The address that a round and a number give, or a drawn one where another project has it. */
export async function freeSlug(db: Reader, forum: number | null, number: number | null): Promise<string> {
  if (forum === null || number === null) return drawnSlug()
  const slug = numberedSlug(forum, number)
  return (await db.$count(projects, eq(projects.slug, slug))) > 0 ? drawnSlug() : slug
}

const partyInputs = (sent: { japan: string | null; china: string | null }) => newcomersOf(sent).map(({ side, name }) => ({ side, kind: kindOfBody(name), name }))
type Entered = { ok: true; id: string } | Extract<Done, { ok: false }>

/** Enters one project by hand: announced on a day, or a candidate that waits for its round. */
export async function enterProject(tx: Writer, clerk: Secretary, form: EntryForm, origin: { inquiryId: string } | null = null): Promise<Entered> {
  const announced = form.state === 'announced'
  if (announced && form.announcedOn! > today()) return { ok: false, reason: 'future' }
  if (announced && form.forum !== null && form.number !== null && (await isTaken(tx, '', form.forum, form.number))) return { ok: false, reason: 'number-taken' }
  if (origin && (await tx.$count(projects, eq(projects.originInquiryId, origin.inquiryId))) > 0) return { ok: false, reason: 'already-project' }
  const way: (typeof proposalWays)[number] = origin ? 'inquiry' : 'desk'
  const input: ProjectInput = {
    slug: announced ? await freeSlug(tx, form.forum, form.number) : drawnSlug(),
    title: { ja: form.titleJa, zh: form.titleZh },
    summary: { ja: form.summaryJa, zh: form.summaryZh },
    parties: partyInputs(form),
    fields: form.fields,
    region: form.region,
    originInquiryId: origin?.inquiryId ?? null,
    ...(announced ? { forum: form.forum, number: form.number, announcedOn: form.announcedOn } : { candidacy: { forum: form.forum, stage: 'hearing', way } }),
  }
  const [id] = await enterProjects(tx, [input], clerk.id, origin ? 'inquiry' : announced ? 'announcement' : 'office')
  return { ok: true, id: id! }
}

export const NOTICE_VERSION = 'proposal-2026-11'
export const noticeHash = (locale: Locale, box: 'processing' | 'transfer') => {
  const { notice } = words[locale].projects.proposal
  return sha256([notice.title, notice.text, notice[box]].join('\n\n'))
}

/** A candidate from the public form. The same form sent twice makes one. */
export async function proposeProject(tx: Writer, form: ProposalForm, sent: { locale: Locale; submissionKey: string; held: boolean }): Promise<Entered> {
  const [earlier] = await tx.select({ id: candidacies.projectId }).from(candidacies).where(eq(candidacies.submissionKey, sent.submissionKey))
  if (earlier) return { ok: true, id: earlier.id }
  if (!(await openCalls(tx)).some((call) => call.forum === form.forum)) return { ok: false, reason: 'already-moved' }
  const own = inLanguage(form.organisation, sent.locale)
  const others = readPartyLines(form.partners).map((name) => (name.zh === null && sent.locale === 'zh' ? { ja: null, zh: name.ja } : name))
  const other = form.side === 'japan' ? 'china' : 'japan'
  const [id] = await enterProjects(
    tx,
    [
      {
        slug: drawnSlug(),
        title: { ja: form.titleJa, zh: form.titleZh },
        summary: inLanguage(form.summary, sent.locale),
        parties: [{ side: form.side, kind: kindOfBody(own), name: own }, ...others.map((name) => ({ side: other, kind: kindOfBody(name), name }) as const)].sort((a, b) => partySides.indexOf(a.side) - partySides.indexOf(b.side)),
        fields: form.fields,
        region: form.region,
        candidacy: { forum: form.forum, stage: 'hearing', way: 'form', side: form.side, ...sent },
      },
    ],
    null,
    'party',
  )
  const proposer = (await partiesOfProject(tx, id!)).find((party) => party.side === form.side)!
  await addPartyContact(tx, 'party', proposer, { person: form.person, role: null, email: form.email, phone: form.phone, wechat: form.wechat, language: sent.locale })
  for (const box of ['processing', 'transfer'] as const) {
    await tx.insert(consents).values({ subject: subjectOf(id!), party: 'firm', purpose: box, noticeVersion: NOTICE_VERSION, locale: sent.locale, textHash: noticeHash(sent.locale, box), at: now() })
  }
  await queueLetter(tx, { kind: 'office-project-proposed', subject: subjectOf(id!), recipient: env.officeMail, locale: 'ja', payload: { project: id! } })
  return { ok: true, id: id! }
}

const inLanguage = (text: string, locale: Locale): Name => ({ ja: locale === 'ja' ? text : null, zh: locale === 'zh' ? text : null })

/** Titles and parties of a candidate; whatever changes in them asks both sides anew. */
export async function editText(tx: Writer, clerk: Secretary, projectId: string, form: TextForm): Promise<Done> {
  if (!(await hold(tx, projectId, 'candidate'))) return refused('already-moved')
  await tx.update(projects).set({ titleJa: form.titleJa, titleZh: form.titleZh }).where(eq(projects.id, projectId))
  await replaceParties(tx, projectId, newcomersOf(form))
  await refreshSearch(tx, projectId)
  await settleStage(tx, projectId)
  await record(tx, subjectOf(projectId), clerk.id, 'candidate-edited')
  return { ok: true }
}

/** A body that is named as before keeps its row and its contacts; one that was renamed keeps them by its place on its side. */
async function replaceParties(tx: Writer, projectId: string, names: readonly { side: 'japan' | 'china'; name: Name }[]): Promise<void> {
  const bodyOf = await bodiesFinder(tx)
  const left = await partiesOfProject(tx, projectId)
  const wanted = names.map(({ side, name }, position) => ({ side, position, kind: kindOfBody(name), nameJa: name.ja, nameZh: name.zh, ...bodyOf(name) }))
  const take = (fits: (row: (typeof left)[number]) => boolean) => left.splice(left.findIndex(fits), left.some(fits) ? 1 : 0)[0]
  const kept = wanted.map((one) => take((row) => row.side === one.side && row.partyKey === one.partyKey))
  for (const [at, one] of wanted.entries()) {
    const row = kept[at] ?? take((other) => other.side === one.side)
    if (row) await tx.update(projectParties).set(one).where(eq(projectParties.id, row.id))
    else await tx.insert(projectParties).values({ ...one, projectId, createdAt: now() })
  }
  const gone = left.map(({ id }) => id)
  if (gone.length === 0) return
  await tx.delete(partyContacts).where(inArray(partyContacts.partyId, gone))
  await tx.delete(projectParties).where(inArray(projectParties.id, gone))
}

/** It will not come to an announcement, at least not this time. */
export async function dropCandidate(tx: Writer, clerk: Secretary, projectId: string, reason: string): Promise<Done> {
  const held = await hold(tx, projectId, 'candidate')
  if (!held) return refused('already-moved')
  await tx.update(projects).set({ state: 'dropped', number: null }).where(eq(projects.id, projectId))
  await tell(tx, clerk.id, projectId, 'note', { on: today(), source: 'office', sourceText: null, ja: reason, zh: null, public: false }, { dropped: true })
  return { ok: true }
}

export async function resumeCandidate(tx: Writer, clerk: Secretary, projectId: string): Promise<Done> {
  if (!(await hold(tx, projectId, 'dropped'))) return refused('already-moved')
  await tx.update(projects).set({ state: 'candidate' }).where(eq(projects.id, projectId))
  await tell(tx, clerk.id, projectId, 'note', { on: today(), source: 'office', sourceText: null, ja: null, zh: null, public: false }, { resumed: true })
  await settleStage(tx, projectId)
  return { ok: true }
}

/** The round a candidate is meant for; a candidate that was not announced waits for a later one. */
export async function assignRound(tx: Writer, clerk: Secretary, projectId: string, forum: number | null): Promise<Done> {
  if (!(await hold(tx, projectId, 'candidate'))) return refused('already-moved')
  await tx.update(projects).set({ number: null }).where(and(eq(projects.id, projectId), eq(projects.state, 'candidate')))
  await tx.update(candidacies).set({ forum, updatedAt: now() }).where(eq(candidacies.projectId, projectId)).returning()
  await record(tx, subjectOf(projectId), clerk.id, 'candidate-assigned', { forum })
  return { ok: true }
}

/** Contacts of each party, counted only. */
export const contactCounts = (db: Reader, projectId: string) =>
  db.select({ partyId: partyContacts.partyId, erasedAt: partyContacts.erasedAt, email: partyContacts.email }).from(partyContacts).innerJoin(projectParties, eq(projectParties.id, partyContacts.partyId)).where(eq(projectParties.projectId, projectId)).orderBy(asc(partyContacts.id))
