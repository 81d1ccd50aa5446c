import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { transact } from '#db/index.ts'
import { openImport } from '#app/features/projects/tables/arriving.server.ts'
import { mendTable } from '#app/features/projects/tables/importing.server.ts'
import { formData } from '#app/platform/form.server.ts'

/** The same table with its rows mended. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { kept, href } = await openImport(request, params)
  const source = String((await formData(request)).get('source') ?? '')
  const mended = await transact((tx) => mendTable(tx, kept.id, source))
  return redirect(mended.ok ? href : `${href}?refused=${mended.reason}`, 303)
}
