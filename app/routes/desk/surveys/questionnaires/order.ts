import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { transact } from '#db/index.ts'
import { openDeskVersion } from '#app/features/projects/surveys/desk-open.server.ts'
import { orderForm } from '#app/features/projects/surveys/form.ts'
import { reorder } from '#app/features/projects/surveys/questionnaires.server.ts'
import { readForm } from '#app/platform/form.server.ts'

export const loader = async ({ request, params }: LoaderFunctionArgs) => redirect((await openDeskVersion(request, params)).href)

/** One place up or down; the same button has the focus again, so that the keyboard can go on. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { clerk, version, href } = await openDeskVersion(request, params)
  const read = await readForm(request, orderForm)
  if (!read.ok) return redirect(href)
  const { edition, what, way } = read.value
  const done = await transact((tx) => reorder(tx, clerk, version, edition, what, way))
  const moved = 'section' in what ? `section=${what.section}` : `question=${what.question}`
  return redirect(done.ok ? `${href}?${moved}&way=${way}` : `${href}?refused=${done.reason}`)
}
