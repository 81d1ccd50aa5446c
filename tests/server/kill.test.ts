/** What was shown to a visitor as received is there, and every letter leaves, however often the power is cut. */
import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { readAskingForm, sendForm, type Form } from '../support/asking.ts'
import { openMailbox } from '../support/mailbox.ts'
import { freePort, openHouse, until } from '../support/site.ts'

const KILLS = Number(process.env.KILLS || 100)
const CLIENTS = 4
const minutes = (n: number) => n * 60_000
const hours = (n: number) => minutes(60 * n)

/** The same moments again for the same seed (mulberry32). */
function dice(seed: number) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

interface Letter {
  id: string
  kind: string
  subject: string
  recipient: string
  messageId: string
  createdAt: number
  sentAt: number | null
  payload: string
}

test(`killed ${KILLS} times under load: no inquiry that was confirmed is lost, no letter stays behind`, async () => {
  const seed = Number(process.env.SEED_OF_KILLS || randomInt(2 ** 31))
  const random = dice(seed)
  const mailbox = await openMailbox()
  const house = openHouse({ SMTP_URL: `smtp://127.0.0.1:${mailbox.port}` })
  const port = await freePort()
  const began = Date.now()
  const seconds = () => Math.round((Date.now() - began) / 1000)
  const [fresh, sent]: [Form[], Form[]] = [[], []]
  let [told, answers] = [0, 0]
  try {
    let site = house.start(port)
    const startedAt = Date.now()
    await site.ready()
    await site.stop()
    site = house.start(port)
    await site.ready()
    const starting = Date.now() - startedAt
    const { items } = (await fetch(`${site.address}/api/technologies?limit=5`).then((answer) => answer.json())) as { items: { slug: string }[] }
    const paths = [...items.map(({ slug }) => `/zh/technologies/${slug}/inquiry`), '/ja/inquiries/new']

    /** Shows forms, sends those that have been open for a while, and reads the receipts, until the line breaks. */
    const buyer = async (open: () => boolean) => {
      while (open()) {
        answers++
        const ripe = fresh.findIndex((form) => house.now() - form.shownAt > 4_000)
        if (ripe < 0) {
          const form = await readAskingForm(site.address, paths[Math.floor(random() * paths.length)]!, house.now())
          if (form?.seal._key) fresh.push(form)
          else return
          continue
        }
        const [form] = fresh.splice(ripe, 1)
        if (await sendForm(site.address, form!)) sent.push(form!)
        else return void fresh.push(form!)
        if (await fetch(site.address + form!.receipt).then(({ ok }) => ok, () => false)) told++
      }
    }

    for (let kill = 0; kill < KILLS; kill++) {
      // Most moments lie in the midst of the work, some in the start itself: counted in answers, a slow machine works as much.
      if (random() < 0.1) await pause(random() * starting)
      else {
        await site.ready()
        let open = true
        const work = Array.from({ length: CLIENTS }, () => buyer(() => open))
        const enough = answers + Math.floor(random() * 18)
        await until(() => answers >= enough)
        await pause(random() * 40)
        open = false
        await Promise.all([site.kill(), ...work])
      }
      await site.kill()
      house.moveClock(5_000 + random() * minutes(80))
      site = house.start(port)
    }
    await site.ready()
    const killedFor = seconds()
    for (const form of fresh.filter(({ tries }) => tries > 0)) if (await sendForm(site.address, form)) sent.push(form)

    // Days pass: whatever waits for its time comes due, and the letters leave.
    const due = () => house.rows<{ n: number }>("select count(*) as n from jobs where kind in ('letter', 'inquiry-timer') and due_at <= ?", house.now())[0]!.n
    const settled = () => until(async () => due() === 0, 180_000)
    await settled()
    house.moveClock(hours(24 * 14))
    const waiting = () => house.rows<{ n: number }>('select count(*) as n from outbox where sent_at is null')[0]!.n
    await settled()
    while (waiting() > 0) {
      // Those that stood behind another of the same recipient wait for a minute.
      house.moveClock(minutes(2))
      await settled()
    }

    // Every receipt that was answered opens and shows its ticket.
    for (const form of sent) {
      const page = await fetch(site.address + form.receipt!)
      expect([form.receipt, page.status]).toEqual([form.receipt, 200])
      expect(await page.text()).toMatch(/DB-\d{4}-\d{4}/)
    }
    await site.stop()

    const inquiries = house.rows<{ id: string; submissionKey: string; held: number }>('select id, submission_key as submissionKey, held from inquiries')
    const byKey = new Map(inquiries.map((inquiry) => [inquiry.submissionKey, inquiry]))
    expect(sent.filter(({ seal }) => !byKey.has(seal._key))).toEqual([])
    expect(inquiries.filter(({ held }) => held)).toEqual([])
    // Sent again after a broken line, a form is still one inquiry.
    expect(new Set(sent.map(({ address }) => address)).size).toBe(sent.length)
    const ours = sent.map(({ seal }) => byKey.get(seal._key)!.id)
    expect(new Set(ours).size).toBe(sent.length)

    const outbox = house.rows<Letter>('select id, kind, subject, recipient, message_id as messageId, created_at as createdAt, sent_at as sentAt, payload from outbox order by created_at')
    const letters = new Map<string, Letter[]>()
    for (const letter of outbox) letters.set(letter.subject, [...(letters.get(letter.subject) ?? []), letter])
    for (const id of ours) {
      const own = (letters.get(`inquiry:${id}`) ?? []).map(({ kind, payload }) => `${kind} ${(JSON.parse(payload) as { why?: string }).why ?? ''}`.trim())
      expect(own.sort()).toEqual(['inquiry-news', 'inquiry-receipt', 'inquiry-reminder escalated', 'inquiry-reminder remind'])
    }
    // All of them left; what left twice is the same letter by its Message-ID.
    const delivered = new Set(mailbox.handed.map(({ messageId }) => messageId))
    expect(outbox.filter(({ messageId, sentAt }) => !sentAt || !delivered.has(messageId))).toEqual([])
    const recipients = new Map(outbox.map(({ messageId, recipient }) => [messageId, recipient]))
    expect(mailbox.handed.filter(({ messageId, to }) => recipients.get(messageId) !== to)).toEqual([])
    expect(house.rows('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect(sent.length).toBeGreaterThan(KILLS)
    process.stdout.write(`\nseed ${seed}: ${KILLS} kills, ${sent.length} inquiries (${sent.filter(({ tries }) => tries > 1).length} sent again, ${told} receipts read at once), ${outbox.length} letters, ${mailbox.handed.length - delivered.size} delivered again, ${killedFor} s of killing, ${seconds()} s in all\n`)
  } catch (error) {
    process.stdout.write(`\nseed ${seed}\n`)
    throw error
  } finally {
    house.remove()
    await mailbox.close()
  }
}, 900_000)
