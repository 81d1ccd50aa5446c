import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { transact } from '#db/index.ts'
import { openImport } from '#app/features/projects/tables/arriving.server.ts'
import { undoImport } from '#app/features/projects/tables/importing.server.ts'
import { formData } from '#app/platform/form.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { clerk, kept, href } = await openImport(request, params)
  const rest = (await formData(request)).get('rest') === '1'
  const done = await transact((tx) => undoImport(tx, clerk, kept.id, rest))
  return redirect(done.ok ? href : `${href}?refused=${done.reason}`, 303)
}
