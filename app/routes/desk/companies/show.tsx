import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openFirm } from '#app/features/catalogue/joining/joining-desk.server.ts'
import { FirmPage } from '#app/features/catalogue/joining/ui/firm-page.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { clerk, firm, href } = await openFirm(request, params)
  return { ...firm, href, mayMerge: clerk.role === 'manager' && !firm.into }
}

export default function ShowFirm() {
  return <FirmPage {...useLoaderData<typeof loader>()} />
}
