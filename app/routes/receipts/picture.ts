import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '#db/index.ts'
import { openPrivatePage } from '#app/features/inquiries/private-pages.server.ts'
import { privateHeaders } from '#app/features/inquiries/private-headers.ts'
import { readReceipt } from '#app/features/inquiries/receipt.server.ts'
import { drawReceipt } from '#app/features/inquiries/receipt-picture.server.ts'
import { env } from '#app/platform/env.server.ts'
import { missing } from '#app/platform/request.server.ts'

/** The receipt to be kept in a telephone's album. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { subject, locale, href } = await openPrivatePage('receipt', params)
  const receipt = await readReceipt(db, subject)
  if (!receipt) missing()
  const png = await drawReceipt({ locale, ticket: receipt.ticket, sentAt: receipt.createdAt, address: env.originOf[locale] + href })
  return new Response(new Uint8Array(png), { headers: { ...privateHeaders(), 'Content-Type': 'image/png' } })
}
