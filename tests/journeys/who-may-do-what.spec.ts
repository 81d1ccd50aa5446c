import { createHash, randomBytes } from 'node:crypto'
import type { APIRequestContext, APIResponse } from '@playwright/test'
import { expect, test } from '../support/journey.ts'
import { bareFirm, fill, GUESSED, makerOf, missingParams, named, NOTHING, person, put, take, type Params } from '../support/objects.ts'
import { addresses } from '../support/url-map.ts'

/** Who asks; `other` is of another firm, `waiting` of none yet. */
const actors = ['visitor', 'waiting', 'other', 'registrant', 'secretary', 'manager'] as const
type Actor = (typeof actors)[number]
type Thing = 'own' | 'foreign' | 'missing'
/** What an address is, as the domain's table of who may do what has it. */
type Area = 'firms' | 'open' | 'door' | 'link' | 'holder' | 'firm' | 'editor' | 'desk' | 'manager'
type Verdict = 'allowed' | 'sign-in' | 'forbidden' | 'missing'

/** Only managers export personal data, assign, merge, keep staff accounts and retention. */
const MANAGER = /^\/:locale\/desk\/(staff|trust)(\/|$)|\/desk\/companies\/:id\/merging$|\/desk\/intermediaries\/removal$|\/desk\/inquiries\/:id\/keeping/
/** Secretaries read here what only managers change. */
const READ_BY_ALL = /^\/:locale\/desk\/intermediaries$/
/** Firms only: the office does these things in its own rooms. */
const FIRM = /^\/:locale\/account(\/(company|people|inquiries|submission|confirmation)(\/.*)?|\/import|\/export\..*|\/technologies\/new)?$/
const EDITOR = /^\/:locale\/account\/(technologies|import)\/:/
const HOLDER = /^\/:locale\/account\/(security(\/|$)|import\/template)/
/** Where people without a firm wait; the others are led on. */
const WAITING = /^\/:locale\/account\/waiting$/
/** Forms before anybody is known; what they do is tested where they are built. */
const DOOR = /^\/:locale\/(resend|account\/(sign-in|sign-out|second-step|forgotten|continuing))$/
const LINK = /:token/

/** Steps of a case that are there only at their time; whoever may take them finds nothing before. */
const AT_ITS_TIME = /\/desk\/inquiries\/:id\/(need\/|keeping\/ending$|project$)/

function areaOf(address: string, method: 'GET' | 'POST'): Area {
  if (READ_BY_ALL.test(address)) return method === 'GET' ? 'desk' : 'manager'
  if (DOOR.test(address)) return 'door'
  if (LINK.test(address)) return 'link'
  if (MANAGER.test(address)) return 'manager'
  if (/^\/:locale\/desk(\/|\.|$)/.test(address)) return 'desk'
  if (HOLDER.test(address)) return 'holder'
  if (WAITING.test(address)) return 'door'
  // A published need is every firm's.
  if (address === '/:locale/account/needs/:slug') return 'firms'
  if (FIRM.test(address)) return 'firm'
  if (EDITOR.test(address)) return 'editor'
  return 'open'
}

/** Domain §8 in one function. */
function expected(area: Area, actor: Actor, thing: Thing | null): Verdict[] {
  const staff = actor === 'secretary' || actor === 'manager'
  const ofTheirs = thing === null || (thing === 'own' && actor === 'registrant') || (thing === 'foreign' && actor === 'other')
  const there: Verdict[] = thing === 'missing' ? ['missing'] : ['allowed']
  if (area === 'door') return ['allowed', 'sign-in', 'forbidden', 'missing']
  if (area === 'open') return there
  // A link that was guessed opens nothing, whoever asks.
  if (area === 'link') return ['missing']
  if (actor === 'visitor') return ['sign-in']
  if (area === 'holder') return ['allowed']
  if (area === 'manager') return actor === 'manager' ? there : ['forbidden']
  if (area === 'desk') return staff ? there : ['forbidden']
  if (area === 'editor') return staff ? there : ofTheirs ? ['allowed'] : ['missing']
  if (staff || actor === 'waiting') return ['forbidden', 'missing']
  if (area === 'firms') return there
  return ofTheirs ? ['allowed'] : ['missing']
}

/** What an answer says about the one who asked. */
function verdictOf(answer: APIResponse): string {
  const status = answer.status()
  const to = answer.headers().location ?? ''
  if (/\/account\/(sign-in|continuing)/.test(to)) return 'sign-in'
  // Somebody without a firm, or with the wrong one, is led to where they belong.
  if (/\/account\/waiting$/.test(to) || (status >= 300 && status < 400 && /^\/..\/desk$/.test(to))) return 'forbidden'
  if (status === 401 || status === 403) return 'forbidden'
  // An act that only leads on leads to a page that is not there either.
  if (status === 404 || status === 410 || to.includes(NOTHING) || to.includes(GUESSED)) return 'missing'
  return status < 500 && status !== 413 ? 'allowed' : String(status)
}

/** A new session of a new person of that kind, each time it is called. */
function sessionOf(actor: Actor, own: string, foreign: string): () => string {
  if (actor === 'visitor') return () => ''
  const given: Record<string, string> = { waiting: { role: 'registrant' }, other: { role: 'registrant', company_id: foreign }, registrant: { role: 'registrant', company_id: own }, secretary: { role: 'secretary' }, manager: { role: 'manager' } }[actor]
  const user = person(given)
  return () => openSession(user)
}

function openSession(user: string): string {
  const token = randomBytes(32).toString('base64url')
  put('sessions', { id: createHash('sha256').update(token).digest('hex'), user_id: user, expires_at: Date.now() + 86_400_000 })
  return token
}

/** Files: that they are served to the right ones only is tested where they are uploaded. */
const FILES = /^\/(media|documents|pictures)\/|\/images\/:hash|\/documents\/:document|\/files\/:file$|qr\.png$/

/** The page without what names the thing, so that two refusals can be compared. */
async function bare(answer: APIResponse, params: Params): Promise<string> {
  let text = (await answer.text()).replace(/value="[^"]*"/g, '')
  for (const value of Object.values(params)) text = text.replaceAll(value, '')
  return text
}

test('every address gives each kind of person exactly what the domain says', async ({ request, baseURL }, info) => {
  info.setTimeout(900_000)
  const own = take<{ company_id: string }>("select company_id from users where email = 'firm@demo.example'").company_id
  const foreign = take<{ id: string }>("select c.id from companies c join technologies t on t.company_id = c.id where c.id <> ? and t.state = 'published' limit 1", own).id
  put('company_drafts', { company_id: foreign, content: bareFirm(), state: 'submitted', edition: 1 })
  const wrong: string[] = []
  let asked = 0
  for (const address of addresses().filter((one) => !FILES.test(one))) {
    const make = makerOf(address)
    const things: (Thing | null)[] = !named(address) ? [null] : LINK.test(address) ? ['missing'] : ['own', 'foreign', 'missing']
    for (const actor of actors) {
      // Somebody new each time: an empty form may leave a firm, end sessions or sign out.
      const session = sessionOf(actor, own, foreign)
      const refusals = new Map<string, string>()
      for (const thing of things) {
        for (const method of ['GET', 'POST'] as const) {
          const area = areaOf(address, method)
          const params = thing === null ? {} : thing === 'missing' ? missingParams(address) : make ? make(thing === 'own' ? own : foreign, { own, foreign }) : {}
          const answer = await ask(request, method, baseURL!, fill(address, params), session())
          asked++
          const verdict = verdictOf(answer)
          // There is nothing at this address that this method could do.
          if (answer.status() === 405 || (method === 'GET' && (answer.status() === 400 || address.endsWith('/autosave')))) continue
          const wanted = method === 'POST' && area === 'open' ? ['allowed', 'missing'] : expected(area, actor, thing)
          if (wanted[0] === 'allowed' && AT_ITS_TIME.test(address)) wanted.push('missing')
          // A form that is refused before anything is looked for tells nothing of what is there.
          const unread = method === 'POST' && thing === 'missing' && answer.status() === 400
          if (!unread && !wanted.some((one) => one === verdict)) wrong.push(`${method} ${address} as ${actor}, ${thing ?? 'no'} thing: ${answer.status()} ${answer.headers().location ?? ''} is ${verdict}, not ${wanted.join(' or ')}`)
          if (verdict === 'missing' && thing !== null && area !== 'link') refusals.set(`${method} ${thing}`, await bare(answer, params))
        }
      }
      for (const method of ['GET', 'POST']) {
        const [foreignSeen, missingSeen] = [refusals.get(`${method} foreign`), refusals.get(`${method} missing`)]
        if (foreignSeen !== undefined && missingSeen !== undefined && foreignSeen !== missingSeen) wrong.push(`${method} ${address} as ${actor}: a foreign thing looks unlike a missing one`)
      }
    }
  }
  expect(wrong, wrong.join('\n')).toEqual([])
  expect(asked).toBeGreaterThan(2_000)
})

function ask(request: APIRequestContext, method: 'GET' | 'POST', origin: string, address: string, session: string): Promise<APIResponse> {
  const headers = { origin, ...(session ? { cookie: `session=${session}` } : {}) }
  return request.fetch(address, { method, headers, maxRedirects: 0, ...(method === 'POST' ? { form: {} } : {}) })
}
