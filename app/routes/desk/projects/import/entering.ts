import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { transact } from '#db/index.ts'
import { openImport } from '#app/features/projects/tables/arriving.server.ts'
import { commitImport } from '#app/features/projects/tables/importing.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { clerk, kept, href } = await openImport(request, params)
  const done = await transact((tx) => commitImport(tx, clerk, kept.id))
  return redirect(done.ok ? href : `${href}?refused=${done.reason}`, 303)
}
