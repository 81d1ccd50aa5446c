import { readFile } from 'node:fs/promises'
import { db } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'
import type { Upload } from '#app/platform/uploads.server.ts'
import { decodeTable, MAX_TABLE_BYTES } from '../../catalogue/tables/decoding.ts'
import { memberOf } from './columns.ts'
import { readImport } from './importing.server.ts'

/** The text of a file, in whichever encoding a spreadsheet has written it. */
export async function readFileText({ path, size }: Upload): Promise<{ ok: true; text: string } | { ok: false; reason: string }> {
  return size > MAX_TABLE_BYTES ? { ok: false, reason: 'too-large' } : decodeTable(await readFile(path), (heading) => memberOf(heading) !== null)
}

/** Lets staff through to one table of projects. */
export async function openImport(request: Request, params: { locale?: string; import?: string }) {
  const locale = localeOf(params)
  const clerk = await requireSecretary(request, locale)
  const kept = await readImport(db, params.import ?? '')
  if (!kept) missing()
  const home = `/${locale}/desk/projects`
  return { locale, clerk, kept, home, href: `${home}/import/${kept.id}` }
}
