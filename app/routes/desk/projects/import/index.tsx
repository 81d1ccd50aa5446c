import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { db, transact } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { keepTable, recentImports } from '#app/features/projects/tables/importing.server.ts'
import { PASTED } from '#app/features/projects/tables/form.ts'
import { ImportStart } from '#app/features/projects/ui/desk/import-start.tsx'
import { formData } from '#app/platform/form.server.ts'
import { localeOf } from '#app/platform/request.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  await requireSecretary(request, locale)
  return { home: `/${locale}/desk/projects`, recent: await recentImports(db), refused: new URL(request.url).searchParams.get('refused') }
}

/** A pasted table. */
export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const clerk = await requireSecretary(request, locale)
  const source = String((await formData(request)).get('source') ?? '')
  const kept = await transact((tx) => keepTable(tx, clerk, PASTED, source))
  return kept.ok ? redirect(`/${locale}/desk/projects/import/${kept.id}`, 303) : data({ reason: kept.reason, row: kept.row ?? 0, source }, 400)
}

export default function Import() {
  return <ImportStart {...useLoaderData<typeof loader>()} kept={useActionData<typeof action>() ?? null} />
}
