import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { listStaff } from '#app/features/accounts/data.server.ts'
import { requireManager } from '#app/features/accounts/gate.server.ts'
import { readViewsFilter } from '#app/features/trust/form.ts'
import { ViewsPage } from '#app/features/trust/ui/views-page.tsx'
import { readViews } from '#app/features/trust/viewed.server.ts'
import { localeOf } from '#app/platform/request.server.ts'

export const headers = () => ({ 'Cache-Control': 'no-store' })

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireManager(request, localeOf(params))
  const filter = readViewsFilter(new URL(request.url))
  const staff = (await listStaff(db)).map(({ id, name }) => ({ id, name }))
  return { filter, staff, ...(await readViews(db, filter)) }
}

export default function Views() {
  return <ViewsPage {...useLoaderData<typeof loader>()} />
}
