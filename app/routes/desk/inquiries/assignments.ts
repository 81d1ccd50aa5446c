import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { transact } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { assigningForm } from '#app/features/inquiries/inbox/assigning-form.ts'
import { assignInquiries } from '#app/features/inquiries/inbox/assigning.server.ts'
import { addressOf, readFilter } from '#app/features/inquiries/inbox/filter.ts'
import { outcomeAddress } from '#app/features/inquiries/inbox/outcome.ts'
import { formData, readForm } from '#app/platform/form.server.ts'
import { localeOf } from '#app/platform/request.server.ts'

/** Back to the list that the cases were ticked in, with what became of it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const clerk = await requireSecretary(request, locale)
  const form = await formData(request)
  const filter = readFilter(new URLSearchParams(String(form.get('back') ?? '')))
  const back = (query: string) => redirect(`/${locale}/desk/inquiries${[addressOf(filter, { page: filter.page }).slice(1), query].filter(Boolean).join('&').replace(/^/, '?')}`)
  const typed = { picked: form.getAll('id').map(String), owner: String(form.get('owner') ?? ''), office: String(form.get('office') ?? '') }
  const read = await readForm(request, assigningForm)
  if (!read.ok) return back(outcomeAddress({ trouble: 'choose', ...typed }))
  const assigned = await transact((tx) => assignInquiries(tx, clerk, { ids: read.value.id, ownerId: read.value.owner, office: read.value.office }))
  return back(outcomeAddress(assigned ?? { trouble: 'gone', ...typed }))
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  await requireSecretary(request, locale)
  return redirect(`/${locale}/desk/inquiries`)
}
