import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { readCase } from '#app/features/inquiries/case.server.ts'
import { openDeskCase } from '#app/features/inquiries/desk-act.server.ts'
import { CasePage } from '#app/features/inquiries/ui/case-page.tsx'
import { missing } from '#app/platform/request.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, href } = await openDeskCase(request, params)
  const opened = await readCase(db, inquiry.id)
  if (!opened) missing()
  return { opened, href, done: new URL(request.url).searchParams.get('done') }
}

export default function Case() {
  return <CasePage {...useLoaderData<typeof loader>()} />
}
