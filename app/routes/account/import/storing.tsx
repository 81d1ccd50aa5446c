import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { transact } from '#db/index.ts'
import { openImport } from '#app/features/catalogue/tables/firm.server.ts'
import { startStoring } from '#app/features/catalogue/tables/importing.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  throw redirect((await openImport(request, params)).href)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { editor, table, href } = await openImport(request, params)
  await transact((tx) => startStoring(tx, editor, table.id))
  return redirect(href, 303)
}
