import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readOverview } from '#app/features/catalogue/revising/overview.server.ts'
import { OverviewPage } from '#app/features/catalogue/ui/editor/overview-page.tsx'

export const loader = ({ request, params }: LoaderFunctionArgs) => readOverview(request, params)

export default function ShowOwnTechnology() {
  return <OverviewPage {...useLoaderData<typeof loader>()} />
}
