import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { transact } from '#db/index.ts'
import { openImport } from '#app/features/projects/tables/arriving.server.ts'
import { mapColumns } from '#app/features/projects/tables/importing.server.ts'
import { formData } from '#app/platform/form.server.ts'

/** Says what each column means, by place. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { kept, href } = await openImport(request, params)
  const columns = (await formData(request)).getAll('column').map(String)
  await transact((tx) => mapColumns(tx, kept.id, columns))
  return redirect(href, 303)
}
