import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { transact } from '#db/index.ts'
import { openDeskCase } from '#app/features/inquiries/desk-act.server.ts'
import { revokeRelease } from '#app/features/inquiries/releasing/releases.server.ts'

/** There is nothing to see here; whoever comes by a link gets the list. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { href } = await openDeskCase(request, params)
  return redirect(`${href}/releases`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { clerk, inquiry, href } = await openDeskCase(request, params)
  const revoked = await transact((tx) => revokeRelease(tx, clerk, inquiry.id, params.release ?? ''))
  return redirect(`${href}/releases${revoked ? '?done=revoked' : ''}`)
}
