import { db } from '#db/index.ts'
import { currentUser, requireEditor, requireHolder } from '#app/features/accounts/gate.server.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'
import { nameOfCompany } from '../firm-listings.server.ts'
import { readImport } from './importing.server.ts'

/** Whose tables a request is about: the own firm’s, or, for the office, that of the firm which the address names. */
export async function openFirm(request: Request, params: { locale?: string }) {
  const locale = localeOf(params)
  const asked = new URL(request.url).searchParams.get('company')
  return openFirmOf(request, asked ?? (await currentUser(request))?.companyId ?? null, locale)
}

async function openFirmOf(request: Request, companyId: string | null, locale: ReturnType<typeof localeOf>) {
  const editor = await requireEditor(request, locale, companyId)
  const company = await nameOfCompany(db, editor.companyId)
  if (!company) missing()
  return { locale, editor, company, query: editor.office ? `?company=${editor.companyId}` : '' }
}

/** A table on its way in, for those who may change what its firm says. */
export async function openImport(request: Request, params: { locale?: string; id?: string }) {
  const locale = localeOf(params)
  await requireHolder(request, locale)
  const table = await readImport(db, params.id ?? '')
  const firm = await openFirmOf(request, table?.companyId ?? null, locale)
  return { ...firm, table: table!, href: `/${locale}/account/import/${table!.id}` }
}
