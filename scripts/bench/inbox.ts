/**
 * `node --import tsx scripts/bench/inbox.ts [cases]` in a fresh DATA_DIR: the desk's inbox over so many inquiries, as
 * JSON. Rows are written directly, with a spread of stages as a busy office has them; every figure is a median.
 */
import { close, db, migrate, transact } from '#db/index.ts'
import { eq } from 'drizzle-orm'
import { settleDocuments } from '#db/dialect'
import { users } from '#db/schema/accounts.ts'
import { approaches, deskTasks, inquiries, inquiryContacts, inquiryMessages } from '#db/schema/inquiries.ts'
import { companies } from '#db/schema/catalogue.ts'
import { readFilter } from '#app/features/inquiries/inbox/filter.ts'
import { countInbox, countOpenTasks, firmsOfCases, readInbox } from '#app/features/inquiries/inbox/inbox.server.ts'
import { indexOldCases } from '#app/features/inquiries/inbox/words.server.ts'
import { isOpen, stages, type Stage } from '#app/features/inquiries/stages.ts'

const size = Number(process.argv[2] ?? 20_000)
/** Of a hundred cases; `all-open` asks what happens when nothing was ever ended. */
const allOpen = process.argv.includes('--all-open')
const spread: Partial<Record<Stage, number>> = allOpen
  ? { received: 10, checking: 20, 'needs-info': 10, forwarded: 25, interested: 10, consenting: 5, introduced: 8, 'in-dialogue': 10, 'on-hold': 2 }
  : { received: 1, checking: 3, 'needs-info': 2, forwarded: 5, interested: 1, consenting: 1, introduced: 3, 'in-dialogue': 3, 'on-hold': 1, agreed: 8, 'no-deal': 14, answered: 25, closed: 23, lapsed: 5, withdrawn: 5 }
const DAY = 86_400_000
const OFFICES = ['tokyo', 'beijing', 'shanghai', 'chengdu', 'shenyang'] as const
const WORDS = ['余热回收', '锅炉', '节能改造', '污水处理', '除尘', '空压机', '窑炉', '蒸汽', '光伏', '储能', '固废', '脱硝', '热泵', '冷却水', '钢铁', '水泥', '化工', '造纸', '印染', '食品', '排烟温度', '投资回收期', '现场数据', '示范项目', '运行费用']
const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗'.split('')
const PLACES = ['青岛', '大连', '苏州', '宁波', '成都', '沈阳', '武汉', '西安', '天津', '佛山']

let seed = 20_260_401
const random = () => (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) / 0x7fffffff
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
/** As people write: a few words are everywhere, most are rare. */
const word = () => WORDS[Math.floor(WORDS.length * random() ** 3)]! + (random() < 0.5 ? pick(PLACES) : String(Math.floor(random() * 900)))
const sentence = (words: number) => `${Array.from({ length: words }, word).join('，')}。`
const drawn = Object.entries(spread).flatMap(([stage, n]) => Array.from({ length: n }, () => stage as Stage))

await migrate('db/migrations')
const began = performance.now()
const now = new Date()
const staff = Array.from({ length: 6 }, (_, n) => ({ id: `clerk-${n}`, email: `clerk${n}@office.example`, name: `担当${n}`, role: n === 0 ? ('manager' as const) : ('secretary' as const), locale: 'ja', office: OFFICES[n % 5]!, createdAt: now }))
const firms = Array.from({ length: 200 }, (_, n) => ({ id: `firm-${n}`, slug: `firm-${n}`, nameJa: `見本${pick(PLACES)}工業${n}株式会社`, nameZh: `样本${n}工业`, nameKey: `firm${n}`, formerNames: [], kind: 'company' as const, state: 'published' as const, reading: 'みほん', sortKana: `み${n}`, sortPinyin: `y${n}`, sortAlpha: `m${n}`, createdAt: now, updatedAt: now }))
await transact(async (tx) => {
  await tx.insert(users).values(staff)
  for (let at = 0; at < firms.length; at += 50) await tx.insert(companies).values(firms.slice(at, at + 50))
})
for (let from = 0; from < size; from += 500) {
  await transact(async (tx) => {
    const cases = Array.from({ length: Math.min(500, size - from) }, (_, n) => caseOf(from + n))
    await tx.insert(inquiries).values(cases.map((one) => one.inquiry))
    await tx.insert(inquiryContacts).values(cases.map((one) => one.contact))
    await tx.insert(inquiryMessages).values(cases.flatMap((one) => one.messages))
    const asked = cases.flatMap((one) => one.approach)
    if (asked.length > 0) await tx.insert(approaches).values(asked)
    const tasks = cases.flatMap((one) => one.task)
    if (tasks.length > 0) await tx.insert(deskTasks).values(tasks)
  })
}
await indexOldCases()
await transact((tx) => settleDocuments(tx, 'inquiries'))
const filledMs = performance.now() - began

function caseOf(n: number) {
  const id = `case-${n}`
  const stage = pick(drawn)
  const createdAt = new Date(now.getTime() - Math.floor(random() * (isOpen(stage) ? 120 : 1500)) * DAY)
  const owner = stage === 'received' ? null : pick(staff)
  const place = pick(PLACES)
  const waitsFor = stage === 'forwarded' ? ('firm' as const) : stage === 'needs-info' || stage === 'consenting' ? ('buyer' as const) : stage === 'on-hold' ? ('date' as const) : ('office' as const)
  const message = sentence(12)
  return {
    inquiry: {
      id, ticket: `DB-2026-${String(n).padStart(5, '0')}`, stage, kind: pick(['information', 'interest', 'need', 'partnership'] as const), locale: 'zh', submissionKey: id,
      organisationKind: pick(['enterprise', 'park', 'trading'] as const), region: 'CN-SD', message, office: pick(OFFICES), ownerId: owner?.id ?? null,
      dueAt: isOpen(stage) ? new Date(now.getTime() + Math.floor((random() - 0.25) * 20 * DAY)) : null, dueWhat: isOpen(stage) ? stage : null, waitsFor: isOpen(stage) ? waitsFor : null,
      createdAt, updatedAt: createdAt, stageAt: createdAt,
    },
    contact: { inquiryId: id, organisation: `${place}${pick(WORDS)}${n}有限公司`, person: `${pick(SURNAMES)}${pick(WORDS).slice(0, 2)}`, channel: 'email' as const, address: `buyer${n}@plant.example`, addressKey: id },
    messages: Array.from({ length: 4 }, (_, at) => ({ inquiryId: id, author: at % 2 ? ('firm' as const) : ('buyer' as const), audience: 'desk' as const, kind: 'question' as const, body: at ? sentence(10) : message, translation: sentence(8), at: createdAt })),
    approach: stage === 'received' ? [] : [{ inquiryId: id, companyId: pick(firms).id, stage: stage === 'forwarded' ? ('forwarded' as const) : ('interested' as const), question: sentence(6), createdAt, stageAt: createdAt }],
    task: isOpen(stage) && random() < 0.2 ? [{ kind: 'tell-buyer' as const, inquiryId: id, about: 'inquiry-relay', openedAt: createdAt, dueAt: now }] : [],
  }
}

const reading = { me: staff[1]!, at: now }
const filterOf = (query: string) => readFilter(new URLSearchParams(query))

/** What the page's loader asks for. */
async function page(query: string) {
  const filter = filterOf(query)
  const [counts, rows] = await Promise.all([countInbox(db, filter, reading), readInbox(db, filter, reading), countOpenTasks(db), firmsOfCases(db)])
  return { n: counts.chosen, rows: rows.length }
}

async function median(work: () => Promise<unknown>, times = 31): Promise<number> {
  for (let n = 0; n < 5; n++) await work()
  const took: number[] = []
  for (let n = 0; n < times; n++) {
    const at = performance.now()
    await work()
    took.push(performance.now() - at)
  }
  return took.sort((a, b) => a - b)[times >> 1]!
}

/** The plainest thing that could stand there: the fifty rows of one owner by an index. */
const bare = await median(() => db.select().from(inquiries).where(eq(inquiries.ownerId, staff[1]!.id)).limit(50))
const asked = { 'first screen': '', overdue: 'group=overdue', 'one owner': 'owner=me', 'ended, page 40': 'group=ended&page=40', 'ticket': 'q=DB-2026-00042', 'a word of every third case': 'q=' + encodeURIComponent('示范项目'), 'two words': 'q=' + encodeURIComponent('印染 示范项目'), 'in Japanese characters': 'q=' + encodeURIComponent('排煙温度'), 'a word of nearly all cases': 'q=' + encodeURIComponent('余热回收'), 'a contact': 'q=buyer4242@plant.example', 'a firm and a period': 'firm=firm-7&from=2025-01-01' }
const pages = []
for (const [name, query] of Object.entries(asked)) {
  const { n, rows } = await page(query)
  const ms = await median(() => page(query))
  pages.push({ page: name, cases: n, rows, ms, ratio: ms / bare })
}
console.log(JSON.stringify({ cases: size, open: allOpen ? size : stages.filter(isOpen).reduce((sum, stage) => sum + (spread[stage] ?? 0), 0) * (size / 100), filledMs, bareMs: bare, countsMs: await median(() => countInbox(db, filterOf(''), reading)), pages }))
await close()
