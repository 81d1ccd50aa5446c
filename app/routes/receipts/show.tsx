import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { erasureOf } from '#app/features/inquiries/erasing/due.server.ts'
import { privateHeaders } from '#app/features/inquiries/private-headers.ts'
import { openPrivatePage } from '#app/features/inquiries/private-pages.server.ts'
import { readReceipt } from '#app/features/inquiries/receipt.server.ts'
import { ErasedReceipt } from '#app/features/inquiries/ui/erased-receipt.tsx'
import { ReceiptPage } from '#app/features/inquiries/ui/receipt-page.tsx'
import { missing } from '#app/platform/request.server.ts'

export const headers = privateHeaders
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.ticket ?? '' }, { name: 'robots', content: 'noindex, nofollow' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { subject, href } = await openPrivatePage('receipt', params)
  const erasure = await erasureOf(db, subject)
  if (erasure) return { erasure, ticket: erasure.ticket }
  const receipt = await readReceipt(db, subject)
  if (!receipt) missing()
  return { erasure: null, ticket: receipt.ticket, receipt, href, done: new URL(request.url).searchParams.get('done') }
}

export default function Receipt() {
  const page = useLoaderData<typeof loader>()
  return page.erasure ? <ErasedReceipt {...page.erasure} /> : <ReceiptPage {...page} />
}
