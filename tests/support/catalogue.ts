import { transact } from '#db/index.ts'
import { companyContacts, type exportControls } from '#db/schema/catalogue.ts'
import { blankContent } from '#app/features/catalogue/content.ts'
import { blankCompany } from '#app/features/catalogue/drafts.ts'
import { publishListing, saveCompany } from '#app/features/catalogue/mutations.server.ts'
import { now } from '#app/platform/clock.ts'

/** A firm with a contact person whose details can be recognised wherever they turn up. */
export async function listedCompany(id: string, given: { mail?: boolean; locale?: 'ja' | 'zh' } = {}) {
  const contact = { name: `担当${id}氏`, department: '海外部', email: given.mail === false ? null : `${id}-person@firm.example`, phone: '03-5511-2266', wechat: null }
  await transact(async (tx) => {
    await saveCompany(tx, { ...blankCompany(id), nameJa: `${id}見本株式会社`, nameZh: `${id}样本公司`, reading: 'みほん' }, null)
    await tx.insert(companyContacts).values({ ...contact, companyId: id, locale: given.locale ?? 'ja', createdAt: now() })
  })
  return { id, contact }
}

/** A published technology of a firm. */
export async function listedTechnology(id: string, companyId: string, exportControl: (typeof exportControls)[number] = 'not-controlled') {
  const content = { ...blankContent(), name: { ja: `${id}技術`, zh: `${id}技术` }, exportControl }
  const published = await transact((tx) => publishListing(tx, { technologyId: id, companyId, content, authorId: null }))
  if (!published.ok) throw new Error(published.reason)
  return id
}
