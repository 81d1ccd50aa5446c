import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { requireManager } from '#app/features/accounts/gate.server.ts'
import { localeOf } from '#app/platform/request.server.ts'

/** The room opens at the record of views. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  await requireManager(request, locale)
  return redirect(`/${locale}/desk/trust/views`)
}
