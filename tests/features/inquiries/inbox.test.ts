import { beforeAll, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { inquiryContacts, inquirySearch } from '#db/schema/inquiries.ts'
import { ledger, outbox } from '#db/schema/platform.ts'
import type { Manager, Secretary } from '#app/features/accounts/gate.server.ts'
import { and, eq } from 'drizzle-orm'
import { blankContent } from '#app/features/catalogue/content.ts'
import { publishListing } from '#app/features/catalogue/mutations.server.ts'
import { answerInterested } from '#app/features/inquiries/answering.server.ts'
import { addNote, askForMore, takeInquiry } from '#app/features/inquiries/brokering.server.ts'
import { readCase } from '#app/features/inquiries/case.server.ts'
import { withdrawInquiry } from '#app/features/inquiries/concluding.server.ts'
import { translateMessage } from '#app/features/inquiries/conversation/relaying.server.ts'
import { holdCase } from '#app/features/inquiries/holding.server.ts'
import { assignInquiries } from '#app/features/inquiries/inbox/assigning.server.ts'
import { addressOf, readFilter } from '#app/features/inquiries/inbox/filter.ts'
import { countInbox, PER_GROUP, readInbox } from '#app/features/inquiries/inbox/inbox.server.ts'
import { forgetIndex, indexOldCases, indexWords } from '#app/features/inquiries/inbox/words.server.ts'
import { subjectOf } from '#app/features/inquiries/moving.server.ts'
import { escalateByHand, transferInquiry } from '#app/features/inquiries/transferring.server.ts'
import { days, now } from '#app/platform/clock.ts'
import { setClock } from '../../support/clock.ts'
import { manager, secretary } from '../../support/people.ts'
import { listedCompany } from '../../support/catalogue.ts'
import { delivered, filledForm, forwarded, opened, sentTo } from '../../support/inquiries.ts'

let clerk: Secretary
let other: Secretary
let chief: Manager
let company: string
let kept: { old: string; asked: string; held: string; firm: string; gone: string; spoken: string }

const reading = (me: Secretary = clerk) => ({ me, at: now() })
const list = (address: string, me = clerk) => readInbox(db, readFilter(new URLSearchParams(address)), reading(me))
const counts = (address: string, me = clerk) => countInbox(db, readFilter(new URLSearchParams(address)), reading(me))
const ids = async (address: string, me = clerk) => (await list(address, me)).map((row) => row.id)

beforeAll(async () => {
  clerk = await secretary()
  other = await secretary('other@office.example')
  chief = await manager()
  company = (await listedCompany('alpha')).id
  const content = { ...blankContent(), name: { ja: 'heat技術', zh: 'heat技术' }, fields: ['waste-heat'] }
  await transact((tx) => publishListing(tx, { technologyId: 'heat', companyId: company, content, authorId: null }))
  setClock(-days(14))
  const old = await opened(['heat'])
  setClock(0)
  await transact((tx) => takeInquiry(tx, other, old.id))
  await transact((tx) => transferInquiry(tx, other, old.id, { ownerId: null, office: 'beijing', note: null }))
  const asked = await opened(['heat'], { form: filledForm({ channel: 'wechat', address: 'talk_inbox1', organisation: '道顺测试有限公司' }) })
  await transact((tx) => takeInquiry(tx, clerk, asked.id))
  await transact((tx) => askForMore(tx, clerk, asked.id, '请问窑炉的排烟温度是多少？'))
  const held = await opened(['heat'])
  await transact((tx) => takeInquiry(tx, clerk, held.id))
  await transact((tx) => holdCase(tx, clerk, held.id, { reason: 'budget', until: new Date(now().getTime() + days(30)).toISOString().slice(0, 10), note: null }))
  const firm = await forwarded(clerk, ['heat'], company)
  const gone = await opened([])
  await transact((tx) => withdrawInquiry(tx, gone.id))
  const spoken = await opened([], { form: filledForm({ kind: 'need', channel: 'phone', address: '+86 138-0013-8000', person: '欧阳测试' }) })
  kept = { old: old.id, asked: asked.id, held: held.id, firm: firm.id, gone: gone.id, spoken: spoken.id }
})

test('each open case is in one group; ended ones only where they are asked for', async () => {
  const rows = await list('')
  const groupOf = new Map(rows.map((row) => [row.id, row.group]))
  expect(groupOf.get(kept.spoken)).toBe('untaken')
  expect(groupOf.get(kept.held)).toBe('hold')
  expect(groupOf.get(kept.firm)).toBe('firm')
  expect(groupOf.has(kept.gone)).toBe(false)
  expect(await ids('group=ended')).toEqual([kept.gone])
  expect(await ids('stage=withdrawn')).toEqual([kept.gone])
  const { groups } = await counts('')
  expect(groups.overdue + groups.today + groups.untaken + groups.ours + groups.buyer + groups.firm + groups.hold).toBe(groups.open)
  for (const group of ['overdue', 'today', 'untaken', 'ours', 'buyer', 'firm', 'hold', 'ended'] as const) expect((await ids(`group=${group}`)).length, group).toBe(groups[group])
})

test('days pass: what was due becomes overdue, and a row says what is due and from whom', async () => {
  setClock(days(40))
  const rows = await list('group=overdue')
  expect(rows.find((row) => row.id === kept.firm)).toMatchObject({ waitsFor: 'firm', dueWhat: 'forwarded', group: 'overdue', firms: [{ stage: 'forwarded' }] })
  expect(rows.find((row) => row.id === kept.asked)!.tasks).toMatchObject([{ kind: 'tell-buyer', about: 'inquiry-question' }])
  expect(rows.some((row) => row.id === kept.held)).toBe(false)
  setClock(0)
})

test('one’s own come first; counts are broken down by owner, office and stage, each heeding the other filters', async () => {
  expect((await list('sort=due')).map((row) => row.mine)).toEqual((await list('sort=due')).map((row) => row.mine).sort().reverse())
  expect((await ids('owner=me')).sort()).toEqual([kept.asked, kept.held, kept.firm].sort())
  expect(await ids('owner=none')).toContain(kept.spoken)
  expect(await ids('office=beijing')).toEqual([kept.old])
  const all = await counts('')
  const mine = await counts('owner=me')
  expect(mine.owners).toEqual(all.owners)
  expect(mine.chosen).toBe(3)
  expect(mine.stages).toEqual({ 'needs-info': 1, 'on-hold': 1, forwarded: 1 })
  expect(all.offices.beijing).toBe(1)
  expect((await counts('owner=me&stage=forwarded')).chosen).toBe(1)
})

test('filters by kind, field, firm and period; what an address says wrongly is left out', async () => {
  expect(await ids('kind=need&group=untaken')).toContain(kept.spoken)
  expect(await ids(`firm=${company}&stage=forwarded`)).toEqual([kept.firm])
  expect((await ids('field=waste-heat&sort=due')).length).toBeGreaterThan(2)
  expect(await ids('field=sludge&sort=due')).toEqual([])
  expect((await ids('field=waste-heat&sort=due')).sort()).toEqual((await ids(`firm=${company}&sort=due`)).sort())
  expect(await ids(`to=${new Date(now().getTime() - days(10)).toISOString().slice(0, 10)}&sort=arrival`)).toEqual([kept.old])
  const filter = readFilter(new URLSearchParams('group=nothing&stage=x&office=paris&from=2026-02-31&page=-3&sort=y&owner=a b'))
  expect(addressOf(filter)).toBe('')
  expect(addressOf(readFilter(new URLSearchParams('group=firm&q=余热&page=3')), { page: 4 })).toBe('?group=firm&q=%E4%BD%99%E7%83%AD&page=4')
})

test('words are found in either writing: tickets, people, contacts, messages, translations, notes, firms and technologies', async () => {
  const { ticket } = (await readCase(db, kept.asked))!.inquiry
  const first = (await readCase(db, kept.asked))!.messages[0]!
  await transact((tx) => translateMessage(tx, clerk, kept.asked, first.id, '窯の排煙温度をお尋ねです。'))
  await transact((tx) => addNote(tx, clerk, kept.asked, '担当の李さんに再度電話する'))
  const found = async (q: string) => (await ids(new URLSearchParams({ q }).toString())).includes(kept.asked)
  for (const q of [ticket, ticket.toLowerCase(), '道顺测试', '道順測試', 'talk_inbox1', 'talk_in', '排煙温度', '排烟温度', '窑炉', '李さん', 'heat技術', 'ｈｅａｔ', '道順 李さん']) expect(await found(q), q).toBe(true)
  for (const q of ['别的公司名', '道順 存在しない言葉', '"', '*', '-'] ) expect(await found(q), q).toBe(false)
  for (const q of ['13800138000', '+86 138 0013 8000', '138-0013-8000', '欧阳', '歐陽測試']) expect(await ids(new URLSearchParams({ q }).toString()), q).toContain(kept.spoken)
  expect(await ids(new URLSearchParams({ q: 'alpha' }).toString())).toContain(kept.firm)
})

test('ended cases are found too; what is found shows no address and is no view of it', async () => {
  const [contact] = await db.select().from(inquiryContacts).where(eq(inquiryContacts.inquiryId, kept.gone))
  const rows = await list(new URLSearchParams({ q: contact!.address }).toString())
  expect(rows.map((row) => row.id)).toEqual([kept.gone])
  expect(JSON.stringify(rows)).not.toContain(contact!.address)
  expect(JSON.stringify(rows)).not.toContain(contact!.person)
})

test('a case whose contact was erased is no longer found by it', async () => {
  const form = filledForm({ person: '消去花子', address: 'erased-inbox@plant.example' })
  const { id } = await opened(['heat'], { form })
  expect(await ids('q=消去花子')).toEqual([id])
  await transact(async (tx) => {
    await tx.update(inquiryContacts).set({ organisation: '', person: '', address: '', erasedAt: now() }).where(eq(inquiryContacts.inquiryId, id)).returning()
    await indexWords(tx, id)
  })
  expect(await ids('q=消去花子')).toEqual([])
  expect(await ids('q=erased-inbox@plant.example')).toEqual([])
})

test('cases from before there was an index are indexed by the job, once', async () => {
  await transact(forgetIndex)
  await indexOldCases()
  expect((await db.select().from(inquirySearch)).every((row) => row.edition > 0)).toBe(true)
  expect(await ids('q=talk_inbox1')).toEqual([kept.asked])
})

test('an escalated case is marked until it moves; managers see it before others', async () => {
  const { id } = await opened(['heat'])
  await transact((tx) => escalateByHand(tx, other, id, { reason: 'dispute', note: '行き違いがあります。' }))
  expect((await list('escalated=1')).map((row) => row.id)).toEqual([id])
  expect((await counts('')).escalated).toBe(1)
  expect((await ids('group=untaken', chief))[0]).toBe(id)
  await transact((tx) => takeInquiry(tx, other, id))
  expect(await ids('escalated=1')).toEqual([])
})

test('a firm’s answer is found by its words in the other language’s characters', async () => {
  const { id, approach } = await forwarded(clerk, ['heat'], company)
  await transact((tx) => answerInterested(tx, approach, '蓄熱燃焼の実績が豊富です。', 'firm'))
  expect(await ids('q=蓄热燃烧')).toEqual([id])
})

test('only some of each group are on the first screen, with how many there are', async () => {
  for (let n = 0; n < PER_GROUP + 2; n++) await opened([])
  const rows = await list('')
  expect(rows.filter((row) => row.group === 'untaken').length).toBe(PER_GROUP)
  expect((await counts('')).groups.untaken).toBe((await ids('group=untaken')).length)
})

test('a second open case of the same contact is pointed out', async () => {
  const first = await opened(['heat'], { form: filledForm({ channel: 'phone', address: '13800138001' }) })
  const second = await opened(['heat'], { form: filledForm({ channel: 'wechat', address: '+86 138 0013 8001' }) })
  expect((await readCase(db, second.id))!.sameContact).toMatchObject([{ id: first.id, ticket: first.ticket }])
})

test('a manager assigns several cases at once: a line of history each, one letter naming them all, refusals told', async () => {
  const [one, two, ended] = [await opened(['heat']), await opened([]), await opened([])]
  await transact((tx) => withdrawInquiry(tx, ended.id))
  const result = await transact((tx) => assignInquiries(tx, chief, { ids: [one.id, two.id, ended.id, one.id], ownerId: other.id, office: 'shanghai' }))
  expect(result).toEqual({ done: expect.arrayContaining([one.ticket, two.ticket]) as string[], refused: [{ ticket: ended.ticket, reason: 'ended' }] })
  expect(result!.done.length).toBe(2)
  for (const { id } of [one, two]) {
    const { inquiry } = (await readCase(db, id))!
    expect(inquiry).toMatchObject({ ownerId: other.id, office: 'shanghai', stage: 'checking' })
    expect(inquiry.dueAt).not.toBeNull()
    expect((await db.select().from(ledger).where(and(eq(ledger.subject, subjectOf(id)), eq(ledger.verb, 'transferred')))).length).toBe(1)
  }
  expect((await db.select().from(outbox).where(eq(outbox.kind, 'inquiries-assigned'))).length).toBe(1)
  const letters = sentTo(await delivered(), 'other@office.example').filter((letter) => letter.text?.includes(one.ticket) && letter.text.includes(two.ticket))
  expect(letters.length).toBe(1)
  expect(await transact((tx) => assignInquiries(tx, chief, { ids: [one.id], ownerId: other.id, office: null }))).toEqual({ done: [], refused: [{ ticket: one.ticket, reason: 'unchanged' }] })
  expect(await transact((tx) => assignInquiries(tx, chief, { ids: [one.id], ownerId: 'nobody', office: null }))).toBeNull()
})

test('a secretary takes what nobody has and hands over what is theirs, nothing else', async () => {
  const [free, own, theirs] = [await opened([]), await opened([]), await opened([])]
  await transact((tx) => takeInquiry(tx, clerk, own.id))
  await transact((tx) => takeInquiry(tx, other, theirs.id))
  const give = (id: string, ownerId: string) => transact((tx) => assignInquiries(tx, clerk, { ids: [id], ownerId, office: null }))
  expect((await give(theirs.id, clerk.id))!.refused).toEqual([{ ticket: theirs.ticket, reason: 'not-yours' }])
  expect((await give(free.id, other.id))!.refused).toEqual([{ ticket: free.ticket, reason: 'not-yours' }])
  expect((await give(own.id, other.id))!.done).toEqual([own.ticket])
  expect((await give(free.id, clerk.id))!.done).toEqual([free.ticket])
})
