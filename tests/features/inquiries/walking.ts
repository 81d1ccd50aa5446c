/** Random walks through the life of an inquiry: who may do what at random, and what must hold after every step. */
import { and, asc, eq, isNull } from 'drizzle-orm'
import { expect } from 'vitest'
import { db, transact } from '#db/index.ts'
import { approaches, deskTasks, inquiries } from '#db/schema/inquiries.ts'
import { jobs, ledger, outbox } from '#db/schema/platform.ts'
import type { Manager, Secretary } from '#app/features/accounts/gate.server.ts'
import { answerInterested, askBack, declineApproach, replyAsBuyer } from '#app/features/inquiries/answering.server.ts'
import { addNote, askForMore, forwardInquiry, logProgress, resumeInquiry, takeInquiry } from '#app/features/inquiries/brokering.server.ts'
import { answerInquiry, closeInquiry, concludeApproach, markDialogue, withdrawInquiry } from '#app/features/inquiries/concluding.server.ts'
import { relayMessage } from '#app/features/inquiries/conversation/relaying.server.ts'
import { readFirmPage } from '#app/features/inquiries/firm-page.server.ts'
import { holdCase, returnCase } from '#app/features/inquiries/holding.server.ts'
import { giveConsent, introduce, refuseConsent, startConsent } from '#app/features/inquiries/introducing.server.ts'
import { inquiryLetters } from '#app/features/inquiries/letters.server.tsx'
import { subjectOf, type Moved } from '#app/features/inquiries/moving.server.ts'
import { readReceipt } from '#app/features/inquiries/receipt.server.ts'
import { caseworkLetters } from '#app/features/inquiries/reminder-letters.server.ts'
import { reopenInquiry } from '#app/features/inquiries/reopening.server.ts'
import { isAlive, isDeskStage, isOpen, stageOf, type ApproachStage, type Stage } from '#app/features/inquiries/stages.ts'
import { logAttempt } from '#app/features/inquiries/tasks.server.ts'
import { timersOf } from '#app/features/inquiries/timing.ts'
import { escalateByHand, transferInquiry } from '#app/features/inquiries/transferring.server.ts'
import { days, now, today } from '#app/platform/clock.ts'
import { runDueJobs } from '#app/platform/jobs.server.ts'
import { workers } from '#app/workers.server.ts'
import { setClock } from '../../support/clock.ts'
import { filledForm, opened } from '../../support/inquiries.ts'

export interface Crew {
  clerks: readonly [Secretary, Secretary]
  manager: Manager
  firms: readonly { id: string; secrets: readonly string[] }[]
  technology: string
}
interface Walk {
  id: string
  email: boolean
  buyerSecrets: string[]
  crew: Crew
  dice: Dice
  said: number
  offset: number
  seen: Set<string>
  /** as the last judgement found it */
  stage: Stage
  firms: (typeof approaches.$inferSelect)[]
  tasks: (typeof deskTasks.$inferSelect)[]
  trace: string[]
}

/** Mulberry32: the same seed walks the same way. */
export class Dice {
  constructor(private state: number) {}
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  of<T>(all: readonly T[]): T {
    return all[Math.floor(this.next() * all.length)]!
  }
  chance(share: number): boolean {
    return this.next() < share
  }
}

const words = (walk: Walk) => `第${++walk.said}句话。`
const clerkOf = (walk: Walk) => walk.dice.of(walk.crew.clerks)
const approachOf = (walk: Walk) => walk.dice.of(walk.firms)?.id ?? 'none'
const openTaskOf = (walk: Walk) => walk.dice.of(walk.tasks)?.id ?? 'none'

type Act = (walk: Walk) => Promise<unknown>
const done = (work: Parameters<typeof transact<Moved>>[0]) => transact(work)
const onApproach = (act: (walk: Walk, approach: string) => Promise<unknown>): Act => async (walk) => act(walk, approachOf(walk))

async function passDays(walk: Walk): Promise<void> {
  walk.offset += days(walk.dice.of([1, 2, 3, 5, 8, 13, 30]))
  setClock(walk.offset)
  await transact((tx) => tx.delete(jobs).where(eq(jobs.kind, 'letter')).returning())
  await runDueJobs(workers)
}

/** What anybody may try at any time; most of it is refused, as it should be. */
const acts: Record<string, Act> = {
  take: (walk) => done((tx) => takeInquiry(tx, clerkOf(walk), walk.id)),
  ask: (walk) => done((tx) => askForMore(tx, clerkOf(walk), walk.id, words(walk))),
  reply: (walk) => done((tx) => replyAsBuyer(tx, walk.id, words(walk))),
  resume: (walk) => done((tx) => resumeInquiry(tx, clerkOf(walk), walk.id, walk.dice.chance(0.5) ? words(walk) : null)),
  forward: (walk) => done((tx) => forwardInquiry(tx, clerkOf(walk), walk.id, { companyId: walk.dice.of(walk.crew.firms).id, question: words(walk) })),
  interest: onApproach((walk, approach) => done((tx) => answerInterested(tx, approach, words(walk), walk.dice.of(['firm', clerkOf(walk)])))),
  decline: onApproach((walk, approach) => done((tx) => declineApproach(tx, approach, { reason: 'capacity', body: null }, walk.dice.of(['firm', clerkOf(walk)])))),
  askBack: onApproach((walk, approach) => done((tx) => askBack(tx, approach, words(walk)))),
  relay: onApproach((walk, approach) => done((tx) => relayMessage(tx, clerkOf(walk), approach, { to: walk.dice.of(['buyer', 'firm']), body: words(walk), original: null }))),
  askConsent: onApproach((walk, approach) => done((tx) => startConsent(tx, clerkOf(walk), approach))),
  buyerAgrees: onApproach((walk, approach) => done((tx) => giveConsent(tx, approach, 'buyer', 'zh', walk.dice.chance(0.3) ? { clerk: clerkOf(walk), how: 'phone', at: now() } : null))),
  firmAgrees: onApproach((walk, approach) => done((tx) => giveConsent(tx, approach, 'firm', 'ja'))),
  refuse: onApproach((walk, approach) => done((tx) => refuseConsent(tx, approach, walk.dice.of(['buyer', 'firm']), 'later', walk.dice.chance(0.3) ? clerkOf(walk) : null))),
  introduce: onApproach((walk, approach) => done((tx) => introduce(tx, clerkOf(walk), approach, { exportControl: walk.dice.chance(0.8) }))),
  dialogue: onApproach((walk, approach) => done((tx) => markDialogue(tx, walk.dice.of([clerkOf(walk), 'buyer', 'firm']), approach))),
  progress: onApproach((walk, approach) => done((tx) => logProgress(tx, clerkOf(walk), approach, words(walk)))),
  agree: onApproach((walk, approach) => done((tx) => concludeApproach(tx, clerkOf(walk), approach, { result: 'agreed' }, words(walk)))),
  fail: onApproach((walk, approach) => done((tx) => concludeApproach(tx, clerkOf(walk), approach, { result: 'no-deal', reason: 'price' }, words(walk)))),
  answer: (walk) => done((tx) => answerInquiry(tx, clerkOf(walk), walk.id, words(walk))),
  close: (walk) => done((tx) => closeInquiry(tx, clerkOf(walk), walk.id, { reason: 'no-match', body: words(walk) })),
  withdraw: (walk) => done((tx) => withdrawInquiry(tx, walk.id, walk.dice.chance(0.3) ? clerkOf(walk) : null)),
  hold: (walk) => done((tx) => holdCase(tx, clerkOf(walk), walk.id, { reason: 'budget', until: today(new Date(now().getTime() + days(walk.dice.of([-1, 3, 20])))), note: null })),
  return: (walk) => done((tx) => returnCase(tx, walk.id, clerkOf(walk))),
  reopen: (walk) => done((tx) => reopenInquiry(tx, clerkOf(walk), walk.id, { reason: 'other', atBuyersRequest: walk.dice.chance(0.5), body: words(walk) })),
  transfer: (walk) => done((tx) => transferInquiry(tx, clerkOf(walk), walk.id, { ownerId: walk.dice.of([null, ...walk.crew.clerks.map(({ id }) => id)]), office: walk.dice.of([null, 'tokyo', 'beijing'] as const), note: null })),
  escalate: (walk) => done((tx) => escalateByHand(tx, clerkOf(walk), walk.id, { reason: 'workload', note: words(walk) })),
  note: (walk) => done((tx) => addNote(tx, clerkOf(walk), walk.id, words(walk))),
  attempt: async (walk) => {
    const task = openTaskOf(walk)
    return done((tx) => logAttempt(tx, clerkOf(walk), task, { channel: 'phone', at: now(), reached: walk.dice.chance(0.6), note: null }))
  },
  passDays,
}

/** The likelier ways on from a stage; one step in three is anything at all. */
const likely: Record<Stage, (keyof typeof acts)[]> = {
  received: ['take', 'take', 'transfer', 'passDays'],
  checking: ['forward', 'forward', 'forward', 'ask', 'passDays'],
  'needs-info': ['reply', 'passDays', 'passDays', 'attempt', 'resume'],
  forwarded: ['interest', 'interest', 'decline', 'forward', 'passDays'],
  interested: ['askConsent', 'askConsent', 'relay', 'passDays'],
  consenting: ['buyerAgrees', 'firmAgrees', 'buyerAgrees', 'firmAgrees', 'introduce', 'introduce', 'passDays'],
  introduced: ['dialogue', 'dialogue', 'passDays', 'attempt', 'fail'],
  'in-dialogue': ['progress', 'agree', 'fail', 'passDays'],
  'on-hold': ['passDays', 'interest', 'decline', 'reply', 'return'],
  agreed: ['passDays'],
  'no-deal': ['reopen'],
  answered: ['reopen'],
  closed: ['reopen'],
  lapsed: ['reopen'],
  withdrawn: ['reopen'],
}

/** Walks so many steps with one inquiry, judging after each. */
export async function walk(crew: Crew, seed: number, steps: number): Promise<void> {
  setClock(0)
  const dice = new Dice(seed)
  const email = dice.chance(0.5)
  const form = filledForm(email ? { person: `样例人${seed}`, organisation: `样例厂${seed}` } : { person: `样例人${seed}`, organisation: `样例厂${seed}`, channel: 'wechat', address: `wx_walk_${seed}` })
  const { id } = await opened(dice.chance(0.7) ? [crew.technology] : [], { form: { ...form, kind: 'interest' } })
  const self: Walk = { id, email, buyerSecrets: [form.person, form.address, form.organisation], crew, dice, said: 0, offset: 0, seen: new Set(), stage: 'received', firms: [], tasks: [], trace: [] }
  try {
    for (let step = 0; step < steps; step++) {
      const act = dice.chance(0.33) ? dice.of(Object.keys(acts)) : dice.of(likely[self.stage])
      self.trace.push(`${self.stage}: ${act}`)
      await acts[act]!(self)
      await judge(self, step % 4 === 3 || step === steps - 1)
    }
  } catch (error) {
    throw new Error(`walk ${seed}: ${self.trace.join(' → ')}`, { cause: error })
  } finally {
    // Nothing in a walk waits for anything outside: the runner of tests would never be heard.
    await new Promise((resume) => setImmediate(resume))
    await transact((tx) => tx.delete(jobs).where(eq(jobs.subject, subjectOf(id))).returning())
    setClock(0)
  }
}

type Event = typeof ledger.$inferSelect

async function judge(walk: Walk, pagesToo: boolean): Promise<void> {
  const { id } = walk
  const [inquiry] = await db.select().from(inquiries).where(eq(inquiries.id, id))
  const firms = await db.select().from(approaches).where(eq(approaches.inquiryId, id))
  const events = await db.select().from(ledger).where(eq(ledger.subject, subjectOf(id))).orderBy(asc(ledger.id))
  const letters = await db.select().from(outbox).where(eq(outbox.subject, subjectOf(id)))
  const tasks = await db.select().from(deskTasks).where(and(eq(deskTasks.inquiryId, id), isNull(deskTasks.doneAt)))
  Object.assign(walk, { stage: inquiry!.stage, firms, tasks })
  const told = retell(events, walk.email)

  // The ledger explains the case: the same verbs lead to the same stages, and to exactly the letters that were queued.
  expect({ stage: inquiry!.stage, firms: Object.fromEntries(firms.map((firm) => [firm.id, firm.stage])) }).toEqual({ stage: told.stage, firms: Object.fromEntries([...told.firms].map(([firm, { stage }]) => [firm, stage])) })
  expect(countOf(letters.map(({ kind, payload }) => (kind === 'inquiry-news' ? `news:${payload.news}`.replace('both-consented', 'consent').replace('consented', 'consent') : kind)))).toEqual(countOf(told.letters))

  // One stage: that of the firm furthest along, or the desk's own.
  const alive = firms.filter((firm) => isAlive(firm.stage))
  if (alive.length > 0 && inquiry!.stage !== 'on-hold') expect(inquiry!.stage).toBe(stageOf(firms.filter((firm) => !firm.earlier)))
  if (isDeskStage(inquiry!.stage)) expect(alive).toEqual([])
  if (isOpen(inquiry!.stage)) expect(inquiry!.dueAt).not.toBeNull()

  // Timers are those of the stages the case is at, none of one already left, and none that should have run.
  const timers = await db.select().from(jobs).where(eq(jobs.subject, subjectOf(id)))
  const stageById = new Map<string, string>([[id, inquiry!.stage], ...firms.map((firm) => [firm.id, firm.stage] as const)])
  for (const { key, dueAt } of timers) {
    const [of, about, stage] = key.split(':')
    if (of !== 'task') expect(stage === 'consented' ? 'consenting' : stage).toBe(stageById.get(about!))
    if (inquiry!.stage === 'on-hold') expect(key).toBe(`inquiry:${id}:on-hold:0`)
    if (walk.trace.at(-1)!.endsWith('passDays')) expect(dueAt.getTime()).toBeGreaterThan(now().getTime())
  }
  expect(timers.map((timer) => `${timer.key} ${timer.dueAt.toISOString()}`).sort()).toEqual(timersOf({ ...inquiry!, approaches: firms, tasks }).map((timer) => `${timer.key} ${timer.at.toISOString()}`).sort())
  expect(tasks.every((task) => task.kind === 'phone-firm' || !walk.email)).toBe(true)

  await judgeContacts(walk, letters, events.some((event) => event.verb === 'introduced'), pagesToo ? firms.map((firm) => firm.id) : null)
}

/** Contacts travel in the introduction's letters, and nowhere else. */
async function judgeContacts(walk: Walk, letters: (typeof outbox.$inferSelect)[], introduced: boolean, firms: string[] | null): Promise<void> {
  const firmSecrets = walk.crew.firms.flatMap((firm) => firm.secrets)
  for (const letter of letters.filter((one) => !walk.seen.has(one.id))) {
    walk.seen.add(letter.id)
    const worded = await (inquiryLetters[letter.kind] ?? caseworkLetters[letter.kind])!(db, letter, letter.locale === 'zh' ? 'zh' : 'ja')
    if (letter.kind.endsWith('-introduction')) expect(introduced).toBe(true)
    else expectNone(JSON.stringify(worded), [...walk.buyerSecrets, ...firmSecrets])
  }
  if (!firms) return
  expectNone(JSON.stringify(await readReceipt(db, walk.id)), firmSecrets)
  for (const firm of firms) expectNone(JSON.stringify(await readFirmPage(db, firm)), [...walk.buyerSecrets, ...firmSecrets])
}
const expectNone = (text: string, secrets: readonly string[]) => expect(secrets.filter((secret) => text.includes(secret))).toEqual([])

const countOf = (all: string[]) => {
  const counts: Record<string, number> = {}
  for (const one of all) counts[one] = (counts[one] ?? 0) + 1
  return counts
}

/** What must have become of a case by its history alone: stages and letters. */
function retell(events: readonly Event[], email: boolean) {
  const firms = new Map<string, { stage: ApproachStage; earlier: boolean }>()
  const letters: string[] = []
  let stage: Stage = 'received'
  let left: Stage | null = null
  const byFirms = () => stageOf([...firms.values()].filter((firm) => !firm.earlier))
  const settle = () => {
    if (stage !== 'on-hold') stage = byFirms() ?? stage
  }
  const toBuyer = (kind: string) => email && letters.push(kind)
  const end = (to: ApproachStage, which: (stage: ApproachStage) => boolean = isAlive) => {
    for (const firm of firms.values()) {
      if (!which(firm.stage)) continue
      firm.stage = to
      letters.push('approach-ended')
    }
  }
  for (const { verb, actor, codes } of events) {
    const approach = String(codes.approach ?? '')
    const outside = actor === 'firm' || actor === 'buyer'
    const move = (to: ApproachStage) => {
      firms.set(approach, { stage: to, earlier: false })
      settle()
    }
    const verbs: Record<string, () => unknown> = {
      opened: () => [letters.push('news:received'), toBuyer('inquiry-receipt')],
      taken: () => (stage = 'checking'),
      transferred: () => codes.to && codes.to !== actor && letters.push('news:transferred'),
      asked: () => [(stage = 'needs-info'), toBuyer('inquiry-question')],
      replied: () => {
        letters.push('news:replied')
        if (stage === 'needs-info') stage = 'checking'
        if (left === 'needs-info') left = 'checking'
      },
      resumed: () => (stage = 'checking'),
      forwarded: () => [move('forwarded'), letters.push('approach-question')],
      interested: () => [move('interested'), outside && letters.push('news:interested')],
      declined: () => [move('declined'), outside && letters.push('news:declined')],
      'firm-asked': () => letters.push('news:firm-asked'),
      relayed: () => (codes.to === 'buyer' ? toBuyer('inquiry-relay') : letters.push('approach-relay')),
      'consent-asked': () => [move('consenting'), toBuyer('inquiry-consent'), letters.push('approach-consent')],
      consented: () => outside && letters.push('news:consent'),
      refused: () => [move('refused'), codes.side === 'buyer' && letters.push('approach-ended'), outside && letters.push('news:refused')],
      introduced: () => [move('introduced'), letters.push('approach-introduction'), toBuyer('inquiry-introduction')],
      dialogue: () => move('in-dialogue'),
      progress: () => undefined,
      agreed: () => [end('closed', (one) => ['forwarded', 'interested', 'consenting'].includes(one)), move('agreed'), toBuyer('inquiry-ended')],
      failed: () => [move('no-deal'), toBuyer('inquiry-ended')],
      closed: () => [end('closed'), (stage = 'closed'), toBuyer('inquiry-ended')],
      answered: () => [end('answered'), (stage = 'answered'), toBuyer('inquiry-ended')],
      withdrawn: () => [end('closed'), (stage = 'withdrawn'), (left = null), toBuyer('inquiry-withdrawn'), actor === 'buyer' && letters.push('news:withdrawn')],
      lapsed: () => [(stage = 'lapsed'), toBuyer('inquiry-ended'), letters.push('news:lapsed')],
      held: () => [(left = stage), (stage = 'on-hold')],
      returned: () => {
        const alive = [...firms.values()].some((firm) => !firm.earlier && isAlive(firm.stage))
        stage = left && isDeskStage(left) && !alive ? left : (byFirms() ?? left!)
        left = null
        if (actor === 'system') letters.push('news:returned')
      },
      reopened: () => {
        stage = 'checking'
        for (const firm of firms.values()) firm.earlier = true
        toBuyer('inquiry-relay')
      },
      escalated: () => letters.push('inquiry-reminder'),
      reminded: () => letters.push('inquiry-reminder'),
      noted: () => undefined,
      'task-opened': () => undefined,
      'task-tried': () => undefined,
      'task-done': () => undefined,
    }
    const tell = verbs[verb]
    if (!tell) throw new Error(`the ledger says ${verb}, which nobody explains`)
    tell()
  }
  return { stage, firms, letters }
}
