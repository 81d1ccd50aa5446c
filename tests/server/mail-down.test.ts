/** The mail server is away for a day: nobody notices at the form, and afterwards every letter leaves in its order. */
import { expect, test } from 'vitest'
import { readAskingForm, sendForm, type Form } from '../support/asking.ts'
import { openMailbox } from '../support/mailbox.ts'
import { freePort, openHouse, until } from '../support/site.ts'

const minutes = (n: number) => n * 60_000
const hours = (n: number) => minutes(60 * n)

test('no letter leaves for a day; then all do, once each, in order for each recipient', async () => {
  const before = await openMailbox()
  await before.close()
  const house = openHouse({ SMTP_URL: `smtp://127.0.0.1:${before.port}`, LOG_LEVEL: 'silent' })
  const site = house.start(await freePort())
  try {
    await site.ready()
    const due = () => house.rows<{ n: number }>("select count(*) as n from jobs where kind = 'letter' and due_at <= ?", house.now())[0]!.n
    const waiting = () => house.rows<{ n: number }>('select count(*) as n from outbox where sent_at is null')[0]!.n
    const sent: Form[] = []
    for (let hour = 0; hour < 24; hour += 3) {
      const forms: Form[] = []
      while (forms.length < 3) forms.push((await readAskingForm(site.address, '/zh/inquiries/new', house.now()))!)
      house.moveClock(5_000)
      for (const form of forms) expect(await sendForm(site.address, form)).toBe(true)
      // Who asked three hours ago takes it back: what was to be written to them is void, the office has one letter more.
      for (const { receipt } of sent.slice(-2)) expect((await fetch(`${site.address}${receipt}/withdrawal`, { method: 'POST', redirect: 'manual' })).status).toBe(302)
      sent.push(...forms)
      await until(() => due() === 0)
      house.moveClock(hours(3))
    }
    const held = waiting()
    expect(held).toBe(house.rows<{ n: number }>('select count(*) as n from outbox where erased_at is null')[0]!.n)
    expect(held).toBeGreaterThanOrEqual(2 * sent.length)
    expect(await fetch(`${site.address}/healthz`).then((answer) => answer.json())).toMatchObject({ ok: true, pendingLetters: held })
    expect(house.rows<{ most: number }>("select max(attempts) as most from jobs where kind = 'letter'")[0]!.most).toBeGreaterThan(4)

    const mailbox = await openMailbox(before.port)
    try {
      const returned = house.now()
      while (waiting() > 0) {
        await until(() => due() === 0)
        house.moveClock(minutes(10))
      }
      // Nothing is tried less often than every two hours.
      expect(house.now() - returned).toBeLessThan(hours(3))
      const outbox = house.rows<{ recipient: string; messageId: string }>('select recipient, message_id as messageId from outbox where erased_at is null order by created_at')
      const perRecipient = (letters: { recipient: string; messageId: string }[]) => {
        const lists: Record<string, string[]> = {}
        for (const { recipient, messageId } of letters) (lists[recipient] ??= []).push(messageId)
        return lists
      }
      const written = perRecipient(outbox)
      expect(perRecipient(mailbox.handed.map(({ to, messageId }) => ({ recipient: to, messageId })))).toEqual(written)
      expect(Math.max(...Object.values(written).map((list) => list.length))).toBeGreaterThanOrEqual(sent.length + 14)
      process.stdout.write(`\n${outbox.length} letters waited for a day and left within ${Math.round((house.now() - returned) / 60_000)} minutes\n`)
    } finally {
      await mailbox.close()
    }
  } finally {
    await site.stop()
    house.remove()
  }
})
