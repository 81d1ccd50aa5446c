import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { jobs, outbox } from '#db/schema/platform.ts'
import { minutes } from '#app/platform/clock.ts'
import { runDueJobs } from '#app/platform/jobs.server.ts'
import { deliverLetter, pendingLetters, queueLetter, type Composer } from '#app/platform/mail.server.ts'
import { shownLetters } from '#app/platform/outbox.server.ts'
import { setClock } from '../support/clock.ts'
import { letters } from '../support/letters.ts'

const folder = process.env.DATA_DIR!
const compose: Composer = async (_db, letter, locale) => ({
  title: `排熱 ${letter.payload.n}`,
  paragraphs: ['一行目\n二行目 <b>&', locale],
  link: { label: '受付ページ', url: 'http://127.0.0.1:3000/ja/receipts/abc?x=1&y=2' },
  closing: '事務局',
})
const workers = { letter: deliverLetter({ note: compose, gone: async () => null }) }
const queue = (recipient: string, n: number, kind = 'note') =>
  transact((tx) => queueLetter(tx, { kind, subject: 'inquiry:1', recipient, locale: 'ja', payload: { n: String(n) } }))

beforeEach(async () => {
  await transact((tx) => tx.delete(jobs).returning())
  await transact((tx) => tx.delete(outbox).returning())
  setClock(0)
})

test('without a mail server a letter becomes a file, readable in text and HTML', async () => {
  await queue('buyer@plant.example', 1)
  expect(await pendingLetters(db)).toBe(1)
  await runDueJobs(workers)
  expect(await pendingLetters(db)).toBe(0)
  const letter = (await letters(folder)).at(-1)!
  const [row] = await db.select().from(outbox)
  expect(letter.messageId).toBe(row!.messageId)
  expect(letter.subject).toBe('排熱 1')
  expect(letter.to?.[0]?.address).toBe('buyer@plant.example')
  expect(letter.text).toContain('二行目 <b>&')
  expect(letter.html).toContain('一行目<br>二行目 &lt;b&gt;&amp;')
  expect(letter.html).toContain('lang="ja"')
  expect(letter.link).toBe('http://127.0.0.1:3000/ja/receipts/abc?x=1&y=2')
  expect(letter.attachments).toEqual([])
  expect(letter.headers.find((header) => header.key === 'auto-submitted')?.value).toBe('auto-generated')
})

test('a letter that is delivered again keeps its Message-ID', async () => {
  await queue('twice@plant.example', 1)
  const [row] = await db.select().from(outbox)
  const job = (await db.select().from(jobs))[0]!
  await workers.letter(job)
  await transact((tx) => tx.update(outbox).set({ sentAt: null }).where(eq(outbox.id, row!.id)).returning())
  await workers.letter(job)
  const sent = (await letters(folder)).filter((letter) => letter.to?.[0]?.address === 'twice@plant.example')
  expect(new Set(sent.map((letter) => letter.messageId))).toEqual(new Set([row!.messageId]))
})

test('letters to one recipient leave in the order they were written', async () => {
  await queue('order@plant.example', 1)
  setClock(1_000)
  await queue('order@plant.example', 2)
  await queue('other@plant.example', 3)
  const [first] = await db.select().from(outbox).orderBy(outbox.createdAt).limit(1)
  await transact((tx) => tx.update(jobs).set({ dueAt: new Date(Date.now() + minutes(30)) }).where(eq(jobs.key, `letter:${first!.id}`)).returning())
  setClock(2_000)
  await runDueJobs(workers)
  expect(await pendingLetters(db)).toBe(2)
  setClock(minutes(31))
  await runDueJobs(workers)
  setClock(minutes(33))
  await runDueJobs(workers)
  expect(await pendingLetters(db)).toBe(0)
  const sent = (await letters(folder)).filter((letter) => letter.to?.[0]?.address === 'order@plant.example')
  expect(sent.map((letter) => letter.subject)).toEqual(['排熱 1', '排熱 2'])
})

test('a letter with nothing to say any more is dropped, one of an unknown kind waits', async () => {
  await queue('gone@plant.example', 1, 'gone')
  await queue('what@plant.example', 2, 'unheard-of')
  await runDueJobs(workers)
  expect(await pendingLetters(db)).toBe(1)
  expect((await letters(folder)).some((letter) => letter.to?.[0]?.address === 'gone@plant.example')).toBe(false)
})

test('a letter that can never be worded holds those after it back for a while, not for ever', async () => {
  await queue('stuck@plant.example', 1, 'unheard-of')
  setClock(1_000)
  await queue('stuck@plant.example', 2)
  const sent = async () => (await letters(folder)).filter((letter) => letter.to?.[0]?.address === 'stuck@plant.example').map((letter) => letter.subject)
  await runDueJobs(workers)
  expect(await sent()).toEqual([])
  for (let minute = 1; minute <= 60; minute++) {
    setClock(minutes(minute))
    await runDueJobs(workers)
  }
  expect(await sent()).toEqual(['排熱 2'])
  expect((await shownLetters(db, 10)).map((letter) => letter.state).sort()).toEqual(['sent', 'stuck'])
  expect(await pendingLetters(db)).toBe(1)
})

test('the desk sees where letters go but no address', async () => {
  await queue('secret.person@plant.example', 1, 'unheard-of')
  await runDueJobs(workers)
  const shown = await shownLetters(db, 10)
  expect(shown).toMatchObject([{ domain: 'plant.example', state: 'retrying', attempts: 1 }])
  expect(JSON.stringify(shown)).not.toContain('secret.person')
})
