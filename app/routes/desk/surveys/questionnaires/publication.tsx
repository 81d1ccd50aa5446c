import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { transact } from '#db/index.ts'
import { openDeskVersion } from '#app/features/projects/surveys/desk-open.server.ts'
import { publishVersion } from '#app/features/projects/surveys/questionnaires.server.ts'
import { formData } from '#app/platform/form.server.ts'

export const loader = async ({ request, params }: LoaderFunctionArgs) => redirect((await openDeskVersion(request, params)).href)

/** Publishes what the secretary has seen, not what somebody changed in between. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { clerk, version, href } = await openDeskVersion(request, params)
  if (Number((await formData(request)).get('edition')) !== version.edition) return redirect(`${href}?refused=changed-meanwhile`)
  const done = await transact((tx) => publishVersion(tx, clerk, version))
  return redirect(done.ok ? href : `${href}?refused=${done.reason}`)
}
