import { createHash, randomBytes } from 'node:crypto'
import type { APIRequestContext, APIResponse } from '@playwright/test'
import { expect, test } from '../support/journey.ts'
import { put, take } from '../support/objects.ts'
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

const NOTHING = '00000000-0000-4000-8000-000000000000'
const GUESSED = `${'0'.repeat(32)}${'A'.repeat(22)}`

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

interface Firms {
  own: string
  foreign: string
}
type Params = Record<string, string>
type Maker = (companyId: string, firms: Firms) => Params

const contentOf = () => take<{ content: string }>("select content from listing_revisions where state = 'published' limit 1").content

function technology(companyId: string, given: Record<string, string | number | null> = {}): string {
  const id = put('technologies', { slug: crypto.randomUUID(), company_id: companyId, state: 'draft', ...given })
  put('listing_revisions', { technology_id: id, number: 1, state: 'draft', content: contentOf() })
  return id
}

function submitted(companyId: string): string {
  const technologyId = put('technologies', { slug: crypto.randomUUID(), company_id: companyId, state: 'draft' })
  return put('listing_revisions', { technology_id: technologyId, number: 1, state: 'submitted', content: contentOf(), submitted_at: Date.now(), sign_offs: '{}' })
}

const person = (given: Record<string, string | number | null>) => put('users', { email: `${crypto.randomUUID()}@matrix.example`, name: 'Matrix', locale: 'ja', confirmed_at: Date.now(), password_hash: 'none', ...given })

function inquiry(): string {
  const id = put('inquiries', { ticket: `DB-1990-${randomBytes(3).toString('hex')}`, stage: 'checking', kind: 'need', locale: 'zh', submission_key: crypto.randomUUID(), organisation_kind: 'enterprise', message: '矩阵' })
  put('inquiry_contacts', { inquiry_id: id, organisation: '矩阵', person: '矩阵', channel: 'wechat', address: 'matrix', address_key: id })
  return id
}
const approach = (inquiryId: string, companyId: string, stage = 'forwarded') => put('approaches', { inquiry_id: inquiryId, company_id: companyId, stage, question: '質問' })

/** One of everything that an address may name, belonging to a firm where things belong to firms. The first that fits counts. */
const makers: [RegExp, Maker][] = [
  [/account\/technologies\/:id/, (firm) => ({ id: technology(firm) })],
  [/account\/inquiries\/:approach/, (firm) => ({ approach: approach(inquiry(), firm) })],
  [/account\/import\/:id/, (firm) => ({ id: put('table_imports', { company_id: firm, user_id: person({ role: 'registrant', company_id: firm }), name: 'm.csv', source: '', state: 'done', problems: '[]', ended_at: Date.now() }) })],
  [/account\/people\/invitations\/:id/, (firm) => ({ id: put('invitations', { company_id: firm, email: `${crypto.randomUUID()}@matrix.example`, invited_by: person({ role: 'registrant', company_id: firm }), expires_at: Date.now() + 1e9 }) })],
  [/account\/people\/contacts\/:id/, (firm) => ({ id: put('company_contacts', { company_id: firm, name: 'Matrix' }) })],
  [/account\/people\/:id/, (firm) => ({ id: person({ role: 'registrant', company_id: firm }) })],
  [/desk\/staff\/:id/, () => ({ id: person({ role: 'secretary' }) })],
  [/desk\/listings\/deleted\/:technology/, (firm) => ({ technology: technology(firm, { deleted_at: Date.now() }) })],
  [/desk\/listings\/companies\/:company/, (_, { foreign }) => ({ company: foreign })],
  [/desk\/listings\/:revision/, (firm) => ({ revision: submitted(firm) })],
  [/desk\/joinings\/:id/, (firm) => ({ id: put('joinings', { user_id: person({ role: 'registrant' }), content: companyText(), name_key: firm, state: 'waiting' }) })],
  [/desk\/companies\/:id\/contacts\/:contact/, (firm) => ({ id: firm, contact: put('company_contacts', { company_id: firm, name: 'Matrix' }) })],
  [/desk\/companies\/:id/, (firm) => ({ id: firm })],
  [/desk\/templates\/:id/, () => ({ id: take<{ id: string }>('select id from message_templates limit 1').id })],
  [/desk\/terminology\/:id/, () => ({ id: take<{ id: string }>('select id from concepts limit 1').id })],
  [/\/tasks\/:task/, () => withInquiry((id) => ({ task: put('desk_tasks', { kind: 'tell-buyer', inquiry_id: id, about: 'inquiry-question' }) }))],
  [/\/files\/:file/, () => withInquiry((id) => ({ file: put('inquiry_files', { inquiry_id: id }) }))],
  [/\/releases\/:release/, (firm) => withInquiry((id) => ({ release: put('document_releases', { inquiry_id: id, technology_id: technology(firm), released_by: 'x' }) }))],
  [/\/messages\/:message/, () => withInquiry((id) => ({ message: put('inquiry_messages', { inquiry_id: id, author: 'buyer', audience: 'desk', kind: 'question', body: '矩阵' }) }))],
  [/\/approaches\/:approach/, (firm) => withInquiry((id) => ({ approach: approach(id, firm) }))],
  [/desk\/inquiries\/:id/, () => ({ id: inquiry() })],
  [/desk\/surveys\/questionnaires\/:questionnaire/, () => ({ questionnaire: take<{ id: string }>("select id from questionnaires where kind = 'follow-up' limit 1").id, version: '1', question: 'status' })],
  [/desk\/surveys\/:round\/interviews\/:interview/, () => withRound((round, project) => ({ interview: put('survey_interviews', { round_id: round, project_id: project, on: '2026-01-01', how: 'phone', people: '[]', obstacles: '[]', wishes: '[]', quotes: '[]' }) }))],
  [/desk\/surveys\/:round/, () => withRound((round, project, party) => ({ step: 'standing', recipient: put('survey_recipients', { round_id: round, project_id: project, party_id: party, locale: 'ja', how: 'none', state: 'not-sent' }) }))],
  [/event-surveys\/:slug/, () => ({ step: 'attendance', slug: slugOfRound(surveyRound('event')) })],
  [/needs\/:slug/, () => ({ slug: publishedNeed() })],
  [/desk\/projects\/rounds\/:round/, () => ({ round: '15' })],
  [/desk\/projects\/calls\/:call/, () => ({ call: projectCall() })],
  [/desk\/projects\/import\/:import/, () => ({ import: put('project_imports', { user_id: 'x', name: 'm.csv', source: '回次,件名\n15,行列', columns: '["forum","titleJa"]', state: 'open', total: 0, project_ids: '[]' }) })],
  [/desk\/projects\/parties\/:key/, () => ({ key: take<{ party_key: string }>('select party_key from project_parties limit 1').party_key })],
  [/desk\/projects\/mergers\/:merger/, () => ({ merger: put('party_mergers', { from_key: 'a', into_key: 'b', parties: '[]' }) })],
  [/desk\/projects\/:id/, () => project()],
  [/\/technologies\/:slug/, () => ({ slug: take<{ slug: string }>("select slug from technologies where state = 'published' limit 1").slug })],
  [/\/companies\/:slug/, () => ({ slug: take<{ slug: string }>('select c.slug from companies c join technologies t on t.company_id = c.id where t.state = \'published\' limit 1').slug })],
  [/\/projects\/parties\/:party/, () => ({ party: take<{ party_key: string }>('select party_key from project_parties limit 1').party_key })],
  [/\/projects\/:slug/, () => ({ slug: take<{ slug: string }>('select slug from projects limit 1').slug })],
]

const surveyRound = (kind: 'event' | 'follow-up') =>
  put('survey_rounds', {
    kind, version_id: take<{ id: string }>('select v.id from questionnaire_versions v join questionnaires q on q.id = v.questionnaire_id where q.kind = ? limit 1', kind).id, name_ja: '行列', name_zh: '矩阵', year: 2026, slug: `m-${crypto.randomUUID()}`,
    rule: '{"statuses":[],"fields":[],"promising":false,"picked":[]}', closes_on: '2099-01-01', grace: 0, remind_on: '[]', state: kind === 'event' ? 'closed' : 'open', released_at: Date.now(),
  })
const slugOfRound = (id: string) => take<{ slug: string }>('select slug from survey_rounds where id = ?', id).slug
const withRound = (more: (round: string, project: string, party: string) => Params): Params => {
  const round = surveyRound('follow-up')
  const { id, project_id } = take<{ id: string; project_id: string }>('select id, project_id from project_parties limit 1')
  return { round, ...more(round, project_id, id) }
}
const publishedNeed = (): string => {
  const slug = crypto.randomUUID()
  put('needs', { inquiry_id: inquiry(), slug, state: 'published', title_ja: '行列', title_zh: '矩阵', text_ja: '行列', text_zh: '矩阵', fields: '["energy-efficiency"]', closes_on: '2099-01-01', published_at: Date.now() })
  return slug
}
let round = 900
const projectCall = (): string => {
  round++
  put('forums', { round, name_ja: '行列', name_zh: '矩阵' })
  return put('project_calls', { forum: round, opens_on: '2026-01-01', closes_on: '2026-01-02', text_ja: '行列', text_zh: '矩阵' })
}
/** A project with a party, a contact of it and something the party said. */
const project = (): Params => {
  const id = put('projects', { slug: `m-${crypto.randomUUID()}`, state: 'candidate', title_ja: '行列', fields: '[]', status: 'unknown' })
  put('candidacies', { project_id: id, stage: 'hearing', way: 'desk' })
  const party = put('project_parties', { project_id: id, side: 'japan', name_ja: '行列', party_key: id, position: 0 })
  const contact = put('party_contacts', { party_id: party, person: '行列', locale: 'ja' })
  const report = put('project_reports', { project_id: id, party_id: party, kind: 'unchanged', on: '2026-01-01', locale: 'ja', submission_key: crypto.randomUUID() })
  return { id, party, contact, report }
}
const withInquiry = (more: (id: string) => Params): Params => {
  const id = inquiry()
  return { id, ...more(id) }
}
const companyText = () =>
  JSON.stringify({ nameJa: '行列株式会社', nameZh: null, nameEn: null, reading: 'ぎょうれつ', pinyin: null, romanised: null, formerNames: [], kind: 'company', prefecture: null, size: null, site: null, corporateNumber: null, profileJa: null, profileZh: null })

const PARAM = /:([a-z]+)/gi
/** Parts of an address that are chosen from a list, not found in the database. */
const CHOSEN: Params = { locale: 'ja', section: 'basics', field: 'energy-efficiency', side: 'japan' }
/** Files: that they are served to the right ones only is tested where they are uploaded. */
const FILES = /^\/(media|documents|pictures)\/|\/images\/:hash|\/documents\/:document|\/files\/:file$|qr\.png$/

function fill(address: string, params: Params): string {
  return address.replace(PARAM, (_, name: string) => {
    const value = params[name] ?? CHOSEN[name]
    if (value === undefined) throw new Error(`${address}: nothing is known that ${name} could name; add it to the makers`)
    return value
  })
}

const named = (address: string) => [...address.matchAll(PARAM)].some(([, name]) => !(name! in CHOSEN))
/** A name of the right form for which there is nothing. */
const missingParams = (address: string): Params =>
  Object.fromEntries([...address.matchAll(PARAM)].flatMap(([, name]) => (name! in CHOSEN ? [] : [[name!, /token/.test(name!) ? GUESSED : NOTHING]])))

/** The page without what names the thing, so that two refusals can be compared. */
async function bare(answer: APIResponse, params: Params): Promise<string> {
  let text = (await answer.text()).replace(/value="[^"]*"/g, '')
  for (const value of Object.values(params)) text = text.replaceAll(value, '')
  return text
}

// Its name makes it the last: what it leaves behind would keep the clock of the others busy.
test('every address gives each kind of person exactly what the domain says', async ({ request, baseURL }, info) => {
  info.setTimeout(900_000)
  const own = take<{ company_id: string }>("select company_id from users where email = 'firm@demo.example'").company_id
  const foreign = take<{ id: string }>("select c.id from companies c join technologies t on t.company_id = c.id where c.id <> ? and t.state = 'published' limit 1", own).id
  put('company_drafts', { company_id: foreign, content: companyText(), state: 'submitted', edition: 1 })
  const wrong: string[] = []
  let asked = 0
  for (const address of addresses().filter((one) => !FILES.test(one))) {
    const make = makers.find(([pattern]) => pattern.test(address))?.[1]
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
