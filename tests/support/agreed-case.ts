/** A case that has come to its agreement; the way there has journeys of its own. */
import { randomBytes, randomUUID } from 'node:crypto'
import { put, take } from './objects.ts'

export function agreedCase(): string {
  const technology = take<{ id: string; company: string }>("select id, company_id as company from technologies where state = 'published' and deleted_at is null order by id limit 1")
  const id = put('inquiries', {
    ticket: `DB-1991-${randomBytes(3).toString('hex')}`, stage: 'agreed', kind: 'interest', locale: 'zh', submission_key: randomUUID(),
    organisation_kind: 'enterprise', region: 'CN-SD', message: '希望合作', stage_at: Date.now(), updated_at: Date.now(),
  })
  put('inquiry_contacts', { inquiry_id: id, organisation: '样例工厂', person: '样例', channel: 'wechat', address: 'sample', address_key: id })
  put('inquiry_technologies', { inquiry_id: id, technology_id: technology.id })
  put('approaches', { inquiry_id: id, company_id: technology.company, stage: 'agreed', question: '—' })
  return id
}
