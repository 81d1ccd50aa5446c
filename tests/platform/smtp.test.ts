import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type * as MailModule from '#app/platform/mail.server.ts'

/** A real mail server inside the test: the only part of the world that is replaced is the far end of the wire. */
const caught: { to: string; raw: string }[] = []
let refuse: string | null = null
let lines = 0
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  closeTimeout: 100,
  onConnect: (_session, done) => {
    lines++
    done()
  },
  onRcptTo: (address, _session, done) => done(refuse ? Object.assign(new Error(`${refuse} <${address.address}>`), { responseCode: 451 }) : null),
  onData: (stream, session, done) => {
    const parts: Buffer[] = []
    stream.on('data', (part: Buffer) => parts.push(part))
    stream.on('end', () => {
      caught.push({ to: session.envelope.rcptTo[0]!.address, raw: Buffer.concat(parts).toString() })
      done(null, 'kept')
    })
  },
})
await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready))
process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`

// The settings are read once, on import: hence after SMTP_URL is set.
const { db, transact } = await import('#db/index.ts')
const { outbox } = await import('#db/schema/platform.ts')
const { minutes } = await import('#app/platform/clock.ts')
const { runDueJobs } = await import('#app/platform/jobs.server.ts')
const { deliverLetter, queueLetter }: typeof MailModule = await import('#app/platform/mail.server.ts')
const { shownLetters } = await import('#app/platform/outbox.server.ts')
const { setClock } = await import('../support/clock.ts')

const workers = { letter: deliverLetter({ note: async () => ({ title: '通知', paragraphs: ['本文'], closing: '事務局' }) }) }

beforeEach(() => {
  refuse = null
  setClock(0)
})
afterAll(() => new Promise<void>((done) => server.close(() => done())))

test('letters go over the wire, and a refusal is tried again with the same Message-ID', async () => {
  refuse = 'mailbox busy'
  await transact((tx) => queueLetter(tx, { kind: 'note', subject: 'inquiry:1', recipient: 'buyer@plant.example', locale: 'zh' }))
  await runDueJobs(workers)
  expect(caught).toHaveLength(0)
  const [shown] = await shownLetters(db, 1)
  expect(shown).toMatchObject({ state: 'retrying', attempts: 1 })
  expect(shown!.reply).toContain('mailbox busy')
  expect(shown!.reply).not.toContain('buyer@')

  refuse = null
  setClock(minutes(2))
  await runDueJobs(workers)
  const [row] = await db.select().from(outbox)
  expect(caught.map((letter) => letter.to)).toEqual(['buyer@plant.example'])
  expect(caught[0]!.raw).toContain(`Message-ID: ${row!.messageId}`)
  expect(row!.reply).toContain('kept')
})

test('one line serves many letters, and one that the mail server has closed is opened anew', async () => {
  const before = caught.length
  const send = async (n: number) => {
    await transact((tx) => queueLetter(tx, { kind: 'note', subject: 'inquiry:2', recipient: `buyer${n}@plant.example`, locale: 'zh' }))
    await runDueJobs(workers)
  }
  lines = 0
  for (let n = 0; n < 5; n++) await send(n)
  expect(lines).toBeLessThanOrEqual(1)
  for (const line of server.connections) line.close()
  await send(5)
  // Where the end of the line was not noticed before the letter, it is tried again.
  setClock(minutes(2))
  await runDueJobs(workers)
  expect(caught.slice(before).map(({ to }) => to)).toEqual([0, 1, 2, 3, 4, 5].map((n) => `buyer${n}@plant.example`))
})
