import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { transact } from '#db/index.ts'
import { requireHolder } from '#app/features/accounts/gate.server.ts'
import { safeNext } from '#app/features/accounts/next.ts'
import { startEnrolment } from '#app/features/accounts/totp.server.ts'
import { formData } from '#app/platform/form.server.ts'
import { localeOf } from '#app/platform/request.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const holder = await requireHolder(request, locale)
  const next = String((await formData(request)).get('next') ?? '')
  await transact((tx) => startEnrolment(tx, holder.id))
  return redirect(`/${locale}/account/security/two-step${next && `?next=${encodeURIComponent(safeNext(next, locale, holder))}`}`)
}
