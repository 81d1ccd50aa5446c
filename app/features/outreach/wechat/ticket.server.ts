import { eq } from 'drizzle-orm'
import { db, transact, type Reader } from '#db/index.ts'
import { facts } from '#db/schema/platform.ts'
import { now } from '#app/platform/clock.ts'
import { env, type WeChatAccount } from '#app/platform/env.server.ts'
import { schedule, type Worker } from '#app/platform/jobs.server.ts'
import { seal, unseal } from '#app/platform/secrets.server.ts'
import { randomBytes } from 'node:crypto'
import { signatureOf } from './signing.ts'

/** The job that renews the ticket, and the one row that holds it. */
export const WECHAT_TICKET = 'wechat-ticket'
/** Both are good for 7,200 s. */
const RENEWED_AFTER = 6_600_000
const PATIENCE = 10_000
/** WeChat says that the token is not, or no longer, the one in use. */
const STALE_TOKEN = [40001, 40014, 42001]

interface Part {
  value: string
  /** both in ms */
  at: number
  until: number
}
interface Kept {
  appId: string
  token?: Part
  ticket?: Part
}

async function readKept(from: Reader, appId: string): Promise<Kept> {
  const [row] = await from.select().from(facts).where(eq(facts.name, WECHAT_TICKET))
  const kept = JSON.parse((row && unseal(WECHAT_TICKET, row.value)) ?? '{}') as Partial<Kept>
  return kept.appId === appId ? (kept as Kept) : { appId }
}

async function keep(kept: Kept): Promise<void> {
  const value = seal(WECHAT_TICKET, JSON.stringify(kept))
  await transact((tx) => tx.insert(facts).values({ name: WECHAT_TICKET, value }).onConflictDoUpdate({ target: facts.name, set: { value } }).returning())
}

/** Asks one of the two endpoints. What went wrong is told by WeChat's number only: its address holds the secret. */
async function ask(account: WeChatAccount, path: string, member: 'access_token' | 'ticket'): Promise<Part | { refused: number }> {
  const answer = await fetch(account.api + path, { signal: AbortSignal.timeout(PATIENCE) }).catch(() => null)
  const said = (await answer?.json().catch(() => null)) as Record<string, unknown> | null | undefined
  const value = said?.[member]
  if (typeof value !== 'string') return { refused: Number(said?.errcode ?? answer?.status ?? 0) }
  const at = now().getTime()
  return { value, at, until: at + Number(said?.expires_in ?? 7_200) * 1000 }
}

const fresh = (part: Part | undefined): part is Part => part !== undefined && now().getTime() < part.at + RENEWED_AFTER
const got = (part: Part | { refused: number }, what: string): Part => {
  if ('refused' in part) throw new Error(`WeChat gave no ${what} (${part.refused})`)
  return part
}

/** Renews token and ticket. The lease of its job is the lock: of several servers one asks, and the others read its row. */
export const renewTicket =
  (account: WeChatAccount | null): Worker =>
  async () => {
    if (!account) return
    const kept = await readKept(db, account.appId)
    if (!fresh(kept.token)) {
      kept.token = got(await ask(account, `/cgi-bin/token?grant_type=client_credential&appid=${encodeURIComponent(account.appId)}&secret=${encodeURIComponent(account.secret)}`, 'access_token'), 'token')
      delete kept.ticket
      await keep(kept)
    }
    if (!fresh(kept.ticket)) {
      const ticket = await ask(account, `/cgi-bin/ticket/getticket?type=jsapi&access_token=${encodeURIComponent(kept.token.value)}`, 'ticket')
      if ('refused' in ticket && STALE_TOKEN.includes(ticket.refused)) await keep({ appId: account.appId })
      kept.ticket = got(ticket, 'ticket')
      await keep(kept)
    }
    return new Date(Math.min(kept.token.at, kept.ticket.at) + RENEWED_AFTER)
  }

/** Looks after the ticket from now on, where signing is switched on. */
export async function beginSigning(): Promise<void> {
  if (env.wechat) await transact((tx) => schedule(tx, WECHAT_TICKET, WECHAT_TICKET))
}

/** What WeChat's script is configured with on a page of this address; null while there is no ticket. */
export async function signPage(from: Reader, account: WeChatAccount, url: string) {
  const { ticket } = await readKept(from, account.appId)
  if (!ticket || ticket.until <= now().getTime()) return null
  const nonce = randomBytes(12).toString('hex')
  const timestamp = Math.floor(now().getTime() / 1000)
  return { appId: account.appId, timestamp, nonceStr: nonce, signature: signatureOf({ ticket: ticket.value, nonce, timestamp, url }) }
}
