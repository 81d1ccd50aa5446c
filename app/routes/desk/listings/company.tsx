import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { openCompanyDraft, readCompanyReview } from '#app/features/catalogue/revising/company-review.server.ts'
import { CompanyReviewPage } from '#app/features/catalogue/revising/ui/company-review-page.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const opened = await openCompanyDraft(request, params)
  if (!opened.draft) throw redirect(`${opened.queue}&done=decided`)
  return { review: await readCompanyReview(db, opened, opened.draft), done: new URL(request.url).searchParams.get('done') }
}

export default function CompanyDraft() {
  return <CompanyReviewPage {...useLoaderData<typeof loader>()} />
}
