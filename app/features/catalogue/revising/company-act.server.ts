import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { db, transact, type Writer } from '#db/index.ts'
import type { Editor } from '#app/features/accounts/gate.server.ts'
import { formData } from '#app/platform/form.server.ts'
import { viewsOf } from '../card-view.ts'
import { technologiesOf } from '../data.server.ts'
import { named } from '../naming.ts'
import { readFields } from '../taxonomy.server.ts'
import { readCompanyDraft, UNBEGUN } from './company-drafts.server.ts'
import { companyLacks, companyTextOf } from './company-text.ts'
import { openFirm } from './own-listing.server.ts'
import type { Done } from './revisions.server.ts'

/** What a page that asks before it does something to a firm's details shows. */
export async function readCompanyAct({ request, params }: LoaderFunctionArgs) {
  const { locale, company, editor, query } = await openFirm(request, params)
  const draft = await readCompanyDraft(db, company.id)
  return {
    name: named({ ja: company.nameJa ?? company.nameEn, zh: company.nameZh ?? company.nameEn }, locale).text,
    home: `/${locale}/account/company${query}`,
    preview: `/${locale}/account/company/preview${query}`,
    edition: draft?.edition ?? UNBEGUN,
    state: draft?.state ?? null,
    lacks: companyLacks(draft?.content ?? companyTextOf(company)),
    office: editor.office,
  }
}

/** The action of such a page. */
export const companyAct =
  (done: string, move: (tx: Writer, editor: Editor, edition: number) => Promise<Done>) =>
  async ({ request, params }: ActionFunctionArgs) => {
    const { locale, editor, query } = await openFirm(request, params)
    const edition = Number((await formData(request)).get('edition') ?? UNBEGUN)
    const moved = await transact((tx) => move(tx, editor, edition))
    return moved.ok ? redirect(`/${locale}/account/company${query}${query ? '&' : '?'}done=${done}`) : data({ refusal: moved.reason }, 409)
  }

/** A firm's page as the public would see it with the details being worked on. */
export async function readCompanyPreview({ request, params }: LoaderFunctionArgs) {
  const { locale, company, query } = await openFirm(request, params)
  const text = (await readCompanyDraft(db, company.id))?.content ?? companyTextOf(company)
  const [cards, fields] = await Promise.all([technologiesOf(db, company.id), readFields(db)])
  const { nameJa, nameZh, nameEn, profileJa, profileZh, reading, formerNames, kind, prefecture, size, site } = text
  return {
    own: `/account/company/preview${query}`,
    home: `/${locale}/account/company${query}`,
    company: { id: company.id, name: { ja: nameJa, zh: nameZh, en: nameEn }, profile: { ja: profileJa, zh: profileZh }, reading, formerNames, kind, prefecture, size, site },
    cards: viewsOf(cards, fields, locale),
  }
}
