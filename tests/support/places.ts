/** One living address for every kind of page in the URL map, with whoever may open it. */
import { createHash, randomBytes } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import { busyCase, linked } from './linked.ts'
import { fill, makerOf, named, person, put, take, type Firms } from './objects.ts'
import { addresses } from './url-map.ts'

export type Visitor = 'anybody' | 'waiting' | 'firm' | 'office'
export interface Place {
  /** the address as the URL map writes it */
  kind: string
  /** its path without the language: `/desk/inquiries/…` */
  path: string
  visitor: Visitor
  /** POST: a page that is there only as the answer to a form, here an empty one */
  method: 'GET' | 'POST'
}

/** So many addresses of a kind are looked at before the fullest is taken. */
const LOOKED_AT = 2
const NO_PAGE = /^\/(api|media|pictures|documents|healthz|robots)|\/:file$|\.[a-z]+$|\/autosave$|sign-out$|\/file$|^\/q\//
/** Acts that are there only at a stage that nothing here has reached; their forms are fields that other pages show. */
const AT_ITS_TIME = /\/need\/|keeping\/ending$|documents\/:document$/
const DOOR = /account\/(sign-in|second-step|forgotten|continuing|deleted)$|:token/

function visitorOf(kind: string): Visitor {
  if (/^\/:locale\/desk(\/|$)/.test(kind)) return 'office'
  if (kind === '/:locale/account/waiting') return 'waiting'
  return /^\/:locale\/account(\/|$)/.test(kind) && !DOOR.test(kind) ? 'firm' : 'anybody'
}

/** The cookie of a session for one of each kind of visitor. */
export function sessions(): Record<Visitor, string> {
  const of = (user: string) => {
    const token = randomBytes(32).toString('base64url')
    put('sessions', { id: createHash('sha256').update(token).digest('hex'), user_id: user, expires_at: Date.now() + 86_400_000 })
    return token
  }
  const demo = (role: string) => of(take<{ id: string }>('select id from users where email = ?', `${role}@demo.example`).id)
  return { anybody: '', waiting: of(person({ role: 'registrant' })), firm: demo('firm'), office: demo('manager') }
}

/** Every page kind. What links lead to is preferred to what is made bare; the fullest page is taken. */
export async function places(request: APIRequestContext, keys: Record<Visitor, string>): Promise<{ found: Place[]; missing: string[] }> {
  const kinds = addresses().filter((kind) => !NO_PAGE.test(kind))
  const patterns = kinds.map((kind) => ({ kind, fits: new RegExp(`^${kind.replace('/:locale', '').replace(/:[a-z]+/gi, '([^/]+)')}$`), names: (kind.match(/:/g) ?? []).length })).sort((a, b) => a.names - b.names)
  const seen = new Map<string, Map<string, { status: number; size: number }>>(kinds.map((kind) => [kind, new Map()]))
  const ask = async (visitor: Visitor, path: string, method: 'GET' | 'POST' = 'GET') => {
    const answer = await request.fetch(`/ja${path}`, { method, maxRedirects: 0, headers: keys[visitor] ? { cookie: `session=${keys[visitor]}` } : {}, ...(method === 'POST' ? { form: {} } : {}) })
    return { status: answer.status(), body: /text\/html/.test(answer.headers()['content-type'] ?? '') ? await answer.text() : '' }
  }
  const waiting: [string, string][] = []
  const note = (path: string) => {
    const kind = patterns.find(({ fits }) => fits.test(path))?.kind
    const known = kind && seen.get(kind)
    if (!known || /\.[a-z]+$/.test(path) || known.has(path) || known.size >= LOOKED_AT) return
    known.set(path, { status: 0, size: 0 })
    waiting.push([kind, path])
  }
  const follow = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [kind, path] = next
      const { status, body } = await ask(visitorOf(kind), path)
      seen.get(kind)!.set(path, { status, size: body.length })
      if (status === 200) for (const [, href] of body.matchAll(/(?:href|action)="\/ja([^"?#]*)/g)) note(href!)
    }
  }
  const own = take<{ company_id: string }>("select company_id from users where email = 'firm@demo.example'").company_id
  const firms: Firms = { own, foreign: take<{ id: string }>("select c.id from companies c join technologies t on t.company_id = c.id where c.id <> ? and t.state = 'published' limit 1", own).id }
  const one = busyCase(firms)
  const madeOf = (kind: string) => fill(kind, { locale: 'ja', ...makerOf(kind)?.(own, firms), ...linked(kind, one, firms) }).replace('/ja', '')
  note(`/desk/inquiries/${one.id}`)
  for (const kind of kinds) if (!named(kind) || /:token$|event-surveys\/:slug$/.test(kind)) note(madeOf(kind))
  await follow()
  for (const kind of kinds) if (![...seen.get(kind)!.values()].some(({ status }) => status === 200)) note(madeOf(kind))
  await follow()
  const found: Place[] = []
  const missing: string[] = []
  for (const kind of kinds) {
    const [fullest] = [...seen.get(kind)!].filter(([, { status, size }]) => status === 200 && size > 0).sort((a, b) => b[1].size - a[1].size)
    const visitor = visitorOf(kind)
    if (fullest) found.push({ kind, path: fullest[0], visitor, method: 'GET' })
    else {
      const path = madeOf(kind)
      const { status, body } = await ask(visitor, path, 'POST')
      if (status === 400 && body) found.push({ kind, path, visitor, method: 'POST' })
      else if (!AT_ITS_TIME.test(kind) && [...seen.get(kind)!.values()].some((one) => one.status === 404)) missing.push(kind)
    }
  }
  return { found, missing }
}
