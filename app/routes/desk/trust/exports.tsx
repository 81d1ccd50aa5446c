import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { requireManager } from '#app/features/accounts/gate.server.ts'
import { readExports } from '#app/features/trust/exporting.server.ts'
import { readExportForm } from '#app/features/trust/export-form.server.ts'
import { ExportsPage } from '#app/features/trust/ui/exports-page.tsx'
import { fiscalYear } from '#app/features/insights/period.ts'
import { today } from '#app/platform/clock.ts'
import { localeOf } from '#app/platform/request.server.ts'

export const headers = () => ({ 'Cache-Control': 'no-store' })

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireManager(request, localeOf(params))
  return { year: fiscalYear(today()), exports: await readExports(db, 100) }
}

/** A form in order is sent on as it is, to where the file comes from. */
export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  await requireManager(request, locale)
  const { what, read } = await readExportForm(request)
  return read.ok ? redirect(`/${locale}/desk/trust/exports/file`, 307) : data({ what, kept: read }, 400)
}

export default function Exports() {
  return <ExportsPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>() ?? null} />
}
