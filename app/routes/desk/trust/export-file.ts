import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { transact } from '#db/index.ts'
import { requireManager } from '#app/features/accounts/gate.server.ts'
import { readExportForm } from '#app/features/trust/export-form.server.ts'
import { exportContacts } from '#app/features/trust/exporting.server.ts'
import { download } from '#app/platform/download.ts'
import { localeOf } from '#app/platform/request.server.ts'

/** Looking here hands nothing out: a file comes with its record only. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  await requireManager(request, locale)
  return redirect(`/${locale}/desk/trust/exports`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const manager = await requireManager(request, locale)
  const { read } = await readExportForm(request)
  if (!read.ok) throw new Response(null, { status: 400 })
  const { body, name } = await transact((tx) => exportContacts(tx, manager, read.value, locale))
  return download(body, name, 'text/csv')
}
