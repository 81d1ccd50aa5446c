import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { readFirmPage } from '#app/features/inquiries/firm-page.server.ts'
import { privateHeaders } from '#app/features/inquiries/private-headers.ts'
import { openPrivatePage } from '#app/features/inquiries/private-pages.server.ts'
import { FirmAnswerPage } from '#app/features/inquiries/ui/firm-answer-page.tsx'
import { missing } from '#app/platform/request.server.ts'

export const headers = privateHeaders
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.page.ticket ?? '' }, { name: 'robots', content: 'noindex, nofollow' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { subject, href } = await openPrivatePage('answer', params)
  const page = await readFirmPage(db, subject)
  if (!page) missing()
  return { page, href, done: new URL(request.url).searchParams.get('done') }
}

export default function Answer() {
  return <FirmAnswerPage {...useLoaderData<typeof loader>()} />
}
