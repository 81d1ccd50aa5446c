import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { transact } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { setTemplateOffered } from '#app/features/inquiries/conversation/templates.server.ts'
import { localeOf } from '#app/platform/request.server.ts'

/** Opened by itself, the address leads to the template. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  await requireSecretary(request, locale)
  return redirect(`/${locale}/desk/templates/${params.id}`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const clerk = await requireSecretary(request, locale)
  await transact((tx) => setTemplateOffered(tx, clerk, params.id ?? '', false))
  return redirect(`/${locale}/desk/templates/${params.id}`)
}
