import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { transact } from '#db/index.ts'
import { orderCandidates } from '#app/features/projects/candidates/announcing.server.ts'
import { readNumbers } from '#app/features/projects/candidates/form.ts'
import { openRound } from '#app/features/projects/desk/open-round.server.ts'
import { formData } from '#app/platform/form.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { clerk, round, href } = await openRound(request, params)
  const numbers = readNumbers(await formData(request))
  const ordered = await transact((tx) => orderCandidates(tx, clerk, round.round, numbers))
  return redirect(`${href}?${ordered.ok ? 'done=ordered' : `refused=${ordered.reason}`}`, 303)
}
