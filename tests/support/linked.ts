/** A case in which much has happened, and living links to all that has a private address. */
import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataDir } from './journey.ts'
import { bareFirm, makerOf, person, put, take, type Firms, type Params } from './objects.ts'

/** Opens a private link as the site does and computes its token with the site's key. */
function openLink(purpose: string, subject: string): string {
  const id = put('private_links', { purpose, subject, generation: 1, expires_at: Date.now() + 30 * 86_400_000 })
  const key = Buffer.from((JSON.parse(readFileSync(join(dataDir(), 'secrets.json'), 'utf8')) as { key: string }).key, 'base64')
  return id.replaceAll('-', '') + createHmac('sha256', key).update(`link\n${id}.1`).digest('base64url').slice(0, 22)
}

const HASH = '0'.repeat(64)

export interface Case {
  id: string
  approach: string
  release: string
}

/** A Chinese buyer, two Japanese firms, messages in both languages, a file, a task, a release and a published need. */
export function busyCase({ own, foreign }: Firms): Case {
  const id = put('inquiries', {
    ticket: `DB-1991-${crypto.randomUUID().slice(0, 6)}`, stage: 'consenting', kind: 'technology', locale: 'zh', submission_key: crypto.randomUUID(), organisation_kind: 'enterprise', region: 'CN-SD',
    message: '我厂有一台蓄热式加热炉，排烟温度约为450℃，想了解余热回收设备的效率、价格和国内业绩。', process: '轧钢加热炉', present_data: '蒸汽 20 t/h', goal: '节能 10%', due_at: Date.now() - 86_400_000, due_what: 'consenting', waits_for: 'buyer',
  })
  put('inquiry_contacts', { inquiry_id: id, organisation: '样例轧钢有限公司', person: '样例工程师', channel: 'wechat', address: 'busy_wx', address_key: id })
  const of = (company: string) => take<{ id: string }>('select id from technologies where company_id = ? order by state desc limit 1', company)
  for (const company of [own, foreign]) put('inquiry_technologies', { inquiry_id: id, technology_id: of(company).id })
  const approach = put('approaches', { inquiry_id: id, company_id: own, stage: 'consenting', question: '排ガス450℃の加熱炉に合う熱回収設備の効率を知りたいとのことです。' })
  put('approaches', { inquiry_id: id, company_id: foreign, stage: 'interested', question: '排ガス450℃の加熱炉についての質問です。' })
  const said = { inquiry_id: id, approach_id: approach, author: 'firm', audience: 'desk', kind: 'answer', body: 'ご質問ありがとうございます。効率は約30％です。', translation: '感谢咨询。效率约为30%。' }
  const answer = put('inquiry_messages', said)
  put('inquiry_messages', { ...said, author: 'desk', audience: 'buyer', kind: 'relay', body: '感谢咨询。企业答复：效率约为30%。', translation: null, relay_of: answer })
  put('inquiry_messages', { ...said, approach_id: null, author: 'buyer', kind: 'question', body: '请问是否有国内业绩？', translation: '中国国内の実績はありますか。' })
  put('inquiry_messages', { ...said, approach_id: null, author: 'desk', kind: 'note', body: '電話で確認済み', translation: null })
  put('inquiry_files', { inquiry_id: id, hash: HASH, name: '工艺流程.pdf', kind: 'pdf', size: 20_000, author: 'buyer', audience: 'desk' })
  put('desk_tasks', { kind: 'tell-buyer', inquiry_id: id, about: 'inquiry-question' })
  const release = put('document_releases', { inquiry_id: id, technology_id: of(own).id, document_id: 'x', hash: HASH, name: '製品カタログ.pdf', released_by: 'x', expires_at: Date.now() + 86_400_000 })
  openLink('document', release)
  return { id, approach, release }
}

type Subject = (one: Case, firms: Firms) => string
const announcedParty = () => take<{ id: string }>("select p.id from project_parties p join projects j on j.id = p.project_id where j.state = 'announced' limit 1").id
const user = (given: Record<string, string | number | null> = {}) => `user:${person({ role: 'registrant', ...given })}`
const unconfirmed = () => put('joinings', { user_id: person({ role: 'registrant' }), content: bareFirm(), name_key: crypto.randomUUID(), state: 'unconfirmed' })
const subjects: [RegExp, string, Subject][] = [
  [/^\/:locale\/receipts/, 'receipt', (one) => one.id],
  [/^\/:locale\/answers/, 'answer', (one) => one.approach],
  [/^\/:locale\/releases/, 'document', (one) => one.release],
  [/^\/:locale\/confirmations/, 'still-correct', (_, { own }) => own],
  [/^\/:locale\/titles/, 'title', (_, firms) => `${makerOf('/:locale/desk/projects/:id')!(firms.own, firms).id}.japan`],
  [/^\/:locale\/standing/, 'project-life', announcedParty],
  [/^\/:locale\/surveys/, 'survey', (_, firms) => makerOf('/:locale/desk/surveys/:round')!(firms.own, firms).recipient!],
  [/^\/:locale\/join/, 'join', () => `joining:${unconfirmed()}`],
  [/account\/reset/, 'reset', () => user()],
  [/account\/email/, 'email', () => user({ pending_email: `${crypto.randomUUID()}@matrix.example` })],
  [/account\/activation/, 'activation', () => user({ password_hash: null })],
]

/** A draft with a picture and a document. */
function illustrated(company: string): Params {
  const { content } = take<{ content: string }>("select content from listing_revisions where state = 'published' limit 1")
  const id = put('technologies', { slug: crypto.randomUUID(), company_id: company, state: 'draft' })
  const images = [{ file: HASH, width: 800, height: 600, alt: { ja: '設備の外観', zh: '设备外观' } }]
  const documents = [{ id: 'catalogue', file: HASH, name: '製品カタログ.pdf', kind: 'pdf', size: 20_000, language: 'ja', access: 'public' }]
  put('listing_revisions', { technology_id: id, number: 1, state: 'draft', content: JSON.stringify({ ...JSON.parse(content), images, documents }) })
  return { id, hash: HASH, document: 'catalogue' }
}

/** An event whose questionnaire takes answers. */
function openEvent(): Params {
  const { id } = take<{ id: string }>("select v.id from questionnaire_versions v join questionnaires q on q.id = v.questionnaire_id where q.kind = 'event' limit 1")
  const slug = `open-${crypto.randomUUID()}`
  put('survey_rounds', { kind: 'event', version_id: id, name_ja: '催し', name_zh: '活动', year: 2026, slug, rule: '{"statuses":[],"fields":[],"promising":false,"picked":[]}', closes_on: '2099-01-01', grace: 0, remind_on: '[]', state: 'open', opened_at: Date.now() })
  return { slug, step: 'attendance' }
}

/** What an address names that the makers do not make. */
export function linked(address: string, one: Case, firms: Firms): Params {
  if (/account\/technologies\/:id\/(images|documents)/.test(address)) return illustrated(firms.own)
  if (/event-surveys\/:slug(?!\/results)/.test(address)) return openEvent()
  const found = address.includes(':token') && subjects.find(([pattern]) => pattern.test(address))
  if (!found) return {}
  const [, purpose, subjectOf] = found
  return { token: openLink(purpose, subjectOf(one, firms)), step: 'standing' }
}
