import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { requireManager } from '#app/features/accounts/gate.server.ts'
import { readRetention } from '#app/features/trust/retaining.server.ts'
import { RetentionPage } from '#app/features/trust/ui/retention-page.tsx'
import { localeOf } from '#app/platform/request.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireManager(request, localeOf(params))
  return readRetention(db)
}

export default function Retention() {
  return <RetentionPage {...useLoaderData<typeof loader>()} />
}
