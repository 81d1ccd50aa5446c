import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { transact } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { readFileText } from '#app/features/projects/tables/arriving.server.ts'
import { keepTable } from '#app/features/projects/tables/importing.server.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { withUpload } from '#app/platform/uploads.server.ts'

/** A table that comes as a file. */
export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const clerk = await requireSecretary(request, locale)
  const home = `/${locale}/desk/projects/import`
  const back = (reason: string) => redirect(`${home}?refused=${reason}`, 303)
  const sent = await withUpload(request, clerk.id, async ({ file }) => (file ? { name: file.name, read: await readFileText(file) } : null))
  if (!sent.ok) return back(sent.reason)
  if (!sent.value) return back('none')
  const { name, read } = sent.value
  if (!read.ok) return back(read.reason)
  const kept = await transact((tx) => keepTable(tx, clerk, name, read.text))
  return kept.ok ? redirect(`${home}/${kept.id}`, 303) : back(kept.reason)
}
