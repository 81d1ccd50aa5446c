import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { localeOf } from '#app/platform/request.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  await requireSecretary(request, locale)
  return redirect(`/${locale}/desk/inquiries`)
}

export default function Home() {
  return null
}
