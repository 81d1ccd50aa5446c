import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { transact } from '#db/index.ts'
import { openDeskVersion } from '#app/features/projects/surveys/desk-open.server.ts'
import { dropQuestion } from '#app/features/projects/surveys/questionnaires.server.ts'
import { formData } from '#app/platform/form.server.ts'

export const loader = async ({ request, params }: LoaderFunctionArgs) => redirect((await openDeskVersion(request, params)).href)

export async function action({ request, params }: ActionFunctionArgs) {
  const { clerk, version, href } = await openDeskVersion(request, params)
  const edition = Number((await formData(request)).get('edition')) || 0
  const done = await transact((tx) => dropQuestion(tx, clerk, version, edition, params.question ?? ''))
  return redirect(done.ok ? href : `${href}?refused=${done.reason}`)
}
