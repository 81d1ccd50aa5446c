import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { transact } from '#db/index.ts'
import { openParty } from '#app/features/projects/desk/open-party.server.ts'
import { erasePartyContact } from '#app/features/projects/life/contacts.server.ts'
import { missing } from '#app/platform/request.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { clerk, party, href } = await openParty(request, params)
  if (!(await transact((tx) => erasePartyContact(tx, clerk, party, params.contact ?? '')))) missing()
  return redirect(`${href}?done=erased`, 303)
}
