import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { transact } from '#db/index.ts'
import { announceCandidates, orderCandidates } from '#app/features/projects/candidates/announcing.server.ts'
import { announcementForm, readNumbers } from '#app/features/projects/candidates/form.ts'
import { openRound } from '#app/features/projects/desk/open-round.server.ts'
import { formData, readForm } from '#app/platform/form.server.ts'

/** The ceremony has been: the chosen candidates become projects of the round. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { clerk, round, href } = await openRound(request, params)
  const read = await readForm(request, announcementForm)
  if (!read.ok) return redirect(`${href}?refused=none-chosen`, 303)
  const numbers = readNumbers(await formData(request))
  const announced = await transact(async (tx) => {
    const ordered = await orderCandidates(tx, clerk, round.round, numbers)
    return ordered.ok ? announceCandidates(tx, clerk, round.round, read.value) : ordered
  })
  return redirect(`${href}?${announced.ok ? 'done=announced' : `refused=${announced.reason}`}`, 303)
}
