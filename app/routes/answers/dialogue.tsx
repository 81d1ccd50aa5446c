import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { transact } from '#db/index.ts'
import { markDialogue } from '#app/features/inquiries/concluding.server.ts'
import { privateHeaders } from '#app/features/inquiries/private-headers.ts'
import { openPrivatePage } from '#app/features/inquiries/private-pages.server.ts'
import { mayInquire } from '#app/platform/form.server.ts'
import { once } from '#app/platform/submissions.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const headers = privateHeaders

export const loader = async ({ params }: LoaderFunctionArgs) => ({ href: (await openPrivatePage('answer', params)).href })

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { subject, href } = await openPrivatePage('answer', params)
  if (!(await mayInquire(context.address))) return redirect(href)
  const moved = await transact((tx) => once(tx, request, () => markDialogue(tx, 'firm', subject)))
  return redirect(moved.ok ? `${href}?done=sent` : `${href}?done=already-moved`)
}

export default function Dialogue() {
  const { t } = useTranslation('casework')
  const { href } = useLoaderData<typeof loader>()
  return (
    <Sheet title={t('dialogue.ask')} back={{ href }}>
      <form method="post">
        <Button wide>{t('dialogue.send')}</Button>
      </form>
    </Sheet>
  )
}
