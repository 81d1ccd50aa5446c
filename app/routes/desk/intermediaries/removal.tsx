import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { transact } from '#db/index.ts'
import { requireManager } from '#app/features/accounts/gate.server.ts'
import { forgetRecognised } from '#app/features/inquiries/recognising.server.ts'
import { formData } from '#app/platform/form.server.ts'
import { localeOf } from '#app/platform/request.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireManager(request, localeOf(params))
  return redirect(`/${localeOf(params)}/desk/intermediaries`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const manager = await requireManager(request, locale)
  const key = String((await formData(request)).get('key') ?? '')
  await transact((tx) => forgetRecognised(tx, manager, key))
  return redirect(`/${locale}/desk/intermediaries?done=removed`)
}
