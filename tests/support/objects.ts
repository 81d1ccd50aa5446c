/** Rows put straight into a site's database, for tests that need one of everything; `makers` has one for each address that names a thing. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { dataDir } from './journey.ts'

type Value = string | number | null
const opened = () => new Database(join(dataDir(), 'databank.sqlite'), { timeout: 15_000 })

/** Inserts a row; what is not named and must not be null is blank. Returns its id. */
export function put(table: string, given: Record<string, Value>): string {
  const file = opened()
  try {
    const columns = file.pragma(`table_info(${table})`) as { name: string; type: string; notnull: number; dflt_value: unknown; pk: number }[]
    const row: Record<string, Value> = {}
    for (const { name, type, notnull, dflt_value, pk } of columns) {
      if (name in given) row[name] = given[name]!
      else if (name === 'id' && type.toLowerCase() === 'text') row[name] = crypto.randomUUID()
      else if (notnull && dflt_value === null && !pk) row[name] = type.toLowerCase() === 'integer' ? Date.now() : ''
    }
    const names = Object.keys(row)
    const done = file.prepare(`insert into ${table} (${names.map((name) => `"${name}"`).join()}) values (${names.map(() => '?').join()})`).run(...Object.values(row))
    return String(row.id ?? done.lastInsertRowid)
  } finally {
    file.close()
  }
}

/** The first row a query finds. */
export function take<T>(sql: string, ...values: Value[]): T {
  const file = opened()
  try {
    return file.prepare(sql).get(...values) as T
  } finally {
    file.close()
  }
}

export interface Firms {
  own: string
  foreign: string
}
export type Params = Record<string, string>
export type Maker = (companyId: string, firms: Firms) => Params

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

/** Somebody with an account. */
export const person = (given: Record<string, string | number | null>) => put('users', { email: `${crypto.randomUUID()}@matrix.example`, name: 'Matrix', locale: 'ja', confirmed_at: Date.now(), password_hash: 'none', ...given })

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
  [/desk\/joinings\/:id/, (firm) => ({ id: put('joinings', { user_id: person({ role: 'registrant' }), content: bareFirm(), name_key: firm, state: 'waiting' }) })],
  [/desk\/companies\/:id\/contacts\/:contact/, (firm) => ({ id: firm, contact: put('company_contacts', { company_id: firm, name: 'Matrix' }) })],
  [/desk\/companies\/:id/, (firm) => ({ id: firm })],
  [/desk\/campaigns\/:id/, () => ({ id: campaign().id })],
  [/^\/q\/:code/, () => ({ code: campaign().code })],
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
  [/desk\/surveys\/:round/, () => withRound((round, project, party) => ({ step: 'standing', table: 'response.csv', recipient: put('survey_recipients', { round_id: round, project_id: project, party_id: party, locale: 'ja', how: 'none', state: 'not-sent' }) }))],
  [/event-surveys\/:slug/, () => ({ step: 'attendance', slug: slugOfRound(surveyRound('event')) })],
  [/^\/qr\/:locale\/:kind/, () => ({ kind: 'technologies', file: `${publishedTechnology()}.png` })],
  [/^\/qr\/:locale\/:file/, () => ({ file: 'technologies.png' })],
  [/^\/share\/:kind/, () => ({ kind: 'technologies', file: `${publishedTechnology()}.jpg` })],
  [/^\/flyers\/:kind/, () => ({ kind: 'technologies', file: `${publishedTechnology()}.zh.png` })],
  [/\/collections\/:code/, () => ({ code: collection().code })],
  [/desk\/flyers\/collections\/:collection/, () => ({ collection: collection().id })],
  [/desk\/flyers\/logos\/:logo/, () => ({ logo: put('partner_logos', { name: '行列', png: '', width: 1, height: 1 }) })],
  [/\/fields\/:field\/:industry/, () => ({ industry: 'food' })],
  [/\/sitemaps\/:file/, () => ({ file: 'technologies-1.xml' })],
  [/\/feeds\/:file/, () => ({ file: 'technologies.atom' })],
  [/^\/posters\/:kind/, () => ({ kind: 'technologies', file: `${publishedTechnology()}.zh.png` })],
  [/needs\/:slug/, () => ({ slug: publishedNeed() })],
  [/desk\/projects\/rounds\/:round/, () => ({ round: '15' })],
  [/desk\/projects\/calls\/:call/, () => ({ call: projectCall() })],
  [/desk\/projects\/import\/:import/, () => ({ import: put('project_imports', { user_id: 'x', name: 'm.csv', source: '回次,件名\n15,行列', columns: '["forum","titleJa"]', state: 'open', total: 0, project_ids: '[]' }) })],
  [/desk\/projects\/parties\/:key/, () => ({ key: take<{ party_key: string }>('select party_key from project_parties limit 1').party_key })],
  [/desk\/projects\/mergers\/:merger/, () => ({ merger: put('party_mergers', { from_key: 'a', into_key: 'b', parties: '[]' }) })],
  [/desk\/projects\/:id/, () => project()],
  [/\/technologies\/:slug/, () => ({ slug: publishedTechnology() })],
  [/\/companies\/:slug/, () => ({ slug: take<{ slug: string }>('select c.slug from companies c join technologies t on t.company_id = c.id where t.state = \'published\' limit 1').slug })],
  [/\/projects\/parties\/:party/, () => ({ party: take<{ party_key: string }>("select party_key from project_parties join projects on projects.id = project_id where projects.state = 'announced' limit 1").party_key })],
  [/\/projects\/:slug/, () => ({ slug: take<{ slug: string }>('select slug from projects limit 1').slug })],
]

const publishedTechnology = () => take<{ slug: string }>("select slug from technologies where state = 'published' limit 1").slug
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
let codes = 0
const campaign = () => {
  const code = `M${++codes}${randomBytes(4).toString('hex').toUpperCase()}`
  return { code, id: put('campaigns', { code, partner: '行列', target: '/technologies', language: 'ja' }) }
}
const collection = () => {
  const code = `m${randomBytes(8).toString('hex')}`.slice(0, 16)
  return { code, id: put('collections', { code, title: '行列', language: 'ja', technology_ids: '[]' }) }
}
const projectCall = (): string => {
  const { round } = take<{ round: number }>('select max(900, max(round)) + 1 as round from forums')
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
/** What the smallest application of a firm says. */
export const bareFirm = () =>
  JSON.stringify({ nameJa: '行列株式会社', nameZh: null, nameEn: null, reading: 'ぎょうれつ', pinyin: null, romanised: null, formerNames: [], kind: 'company', prefecture: null, size: null, site: null, corporateNumber: null, profileJa: null, profileZh: null })

/** What makes the things that an address names. */
export const makerOf = (address: string): Maker | undefined => makers.find(([pattern]) => pattern.test(address))?.[1]

const PARAM = /:([a-z]+)/gi
/** Parts of an address that are chosen from a list, not found in the database. */
const CHOSEN: Params = { locale: 'ja', section: 'basics', field: 'energy-efficiency', side: 'japan' }
export const NOTHING = '00000000-0000-4000-8000-000000000000'
export const GUESSED = `${'0'.repeat(32)}${'A'.repeat(22)}`

/** The address with its parts filled in. */
export function fill(address: string, params: Params): string {
  return address.replace(PARAM, (_, name: string) => {
    const value = params[name] ?? CHOSEN[name]
    if (value === undefined) throw new Error(`${address}: nothing is known that ${name} could name; add it to the makers`)
    return value
  })
}

/** Whether an address names a thing. */
export const named = (address: string) => [...address.matchAll(PARAM)].some(([, name]) => !(name! in CHOSEN))
/** A name of the right form for which there is nothing. */
export const missingParams = (address: string): Params =>
  Object.fromEntries([...address.matchAll(PARAM)].flatMap(([, name]) => (name! in CHOSEN ? [] : [[name!, /token/.test(name!) ? GUESSED : NOTHING]])))
