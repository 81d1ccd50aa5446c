import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { privateHeaders } from '#app/features/inquiries/private-headers.ts'
import { openPrivatePage } from '#app/features/inquiries/private-pages.server.ts'
import { readReceipt } from '#app/features/inquiries/receipt.server.ts'
import { ReceiptPage } from '#app/features/inquiries/ui/receipt-page.tsx'
import { missing } from '#app/platform/request.server.ts'

export const headers = privateHeaders
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.receipt.ticket ?? '' }, { name: 'robots', content: 'noindex, nofollow' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { subject, href } = await openPrivatePage('receipt', params)
  const receipt = await readReceipt(db, subject)
  if (!receipt) missing()
  return { receipt, href, done: new URL(request.url).searchParams.get('done') }
}

export default function Receipt() {
  return <ReceiptPage {...useLoaderData<typeof loader>()} />
}
