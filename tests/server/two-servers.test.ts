/** Two servers on one database file: both take forms in and deliver, and nothing is done twice. */
import { expect, test } from 'vitest'
import { readAskingForm, sendForm, type Form } from '../support/asking.ts'
import { openMailbox } from '../support/mailbox.ts'
import { freePort, openHouse, until } from '../support/site.ts'

const INQUIRIES = 60
const days = (n: number) => n * 86_400_000

test('letters and reminders once each, whichever server has its turn', async () => {
  const mailbox = await openMailbox()
  const ports = [await freePort(), await freePort()]
  const house = openHouse({ SMTP_URL: `smtp://127.0.0.1:${mailbox.port}`, ORIGIN: `http://127.0.0.1:${ports[0]}` })
  // At the same moment, on an empty folder: one of them makes the database.
  const sites = ports.map((port) => house.start(port))
  try {
    await Promise.all(sites.map((site) => site.ready()))
    const forms: Form[] = []
    const ask = async (n: number) => {
      // Read at one server, sent to the other: they share their secrets.
      const form = (await readAskingForm(sites[n % 2]!.address, '/zh/inquiries/new', house.now()))!
      forms.push(form)
    }
    for (let n = 0; n < INQUIRIES; n += 6) await Promise.all(Array.from({ length: 6 }, (_, k) => ask(n + k)))
    house.moveClock(5_000)
    const send = async (line: number) => {
      for (let n = line; n < forms.length; n += 6) expect(await sendForm(sites[(n + 1) % 2]!.address, forms[n]!)).toBe(true)
    }
    await Promise.all(Array.from({ length: 6 }, (_, line) => send(line)))
    // The same form at both servers at once is one inquiry.
    await Promise.all(sites.map((site) => sendForm(site.address, forms[0]!)))

    const due = () => house.rows<{ n: number }>("select count(*) as n from jobs where kind in ('letter', 'inquiry-timer') and due_at <= ?", house.now())[0]!.n
    const waiting = () => house.rows<{ n: number }>('select count(*) as n from outbox where sent_at is null')[0]!.n
    const quiet = async () => {
      await until(() => due() === 0)
      while (waiting() > 0) {
        // Those that stood behind another of the same recipient wait for a minute.
        house.moveClock(60_000)
        await until(() => due() === 0)
      }
    }
    await quiet()
    house.moveClock(days(14))
    await quiet()

    const outbox = house.rows<{ subject: string; kind: string; payload: string; messageId: string }>("select subject, kind, payload, message_id as messageId from outbox where subject like 'inquiry:%'")
    const inquiries = house.rows<{ id: string; ticket: string }>(`select id, ticket from inquiries where submission_key in (${forms.map(() => '?').join()})`, ...forms.map(({ seal }) => seal._key))
    expect(new Set(inquiries.map(({ ticket }) => ticket)).size).toBe(INQUIRIES)
    for (const { id } of inquiries) {
      const own = outbox.filter(({ subject }) => subject === `inquiry:${id}`).map(({ kind, payload }) => `${kind} ${(JSON.parse(payload) as { why?: string }).why ?? ''}`.trim())
      expect(own.sort()).toEqual(['inquiry-news', 'inquiry-receipt', 'inquiry-reminder escalated', 'inquiry-reminder remind'])
    }
    const handed = mailbox.handed.map(({ messageId }) => messageId)
    expect(new Set(handed).size).toBe(handed.length)
    expect(outbox.filter(({ messageId }) => !handed.includes(messageId))).toEqual([])
    // Each server has one line, opened with its first letter: two of them are two servers at work.
    expect(mailbox.mostLines()).toBe(2)
    process.stdout.write(`\n${inquiries.length} inquiries at two servers, ${handed.length} letters\n`)
  } finally {
    await Promise.all(sites.map((site) => site.stop()))
    house.remove()
    await mailbox.close()
  }
})
