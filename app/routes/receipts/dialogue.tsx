import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { markDialogue } from '#app/features/inquiries/concluding.server.ts'
import { alreadyMoved } from '#app/features/inquiries/moving.server.ts'
import { privateHeaders } from '#app/features/inquiries/private-headers.ts'
import { openPrivatePage } from '#app/features/inquiries/private-pages.server.ts'
import { readReceipt } from '#app/features/inquiries/receipt.server.ts'
import { formData, mayInquire } from '#app/platform/form.server.ts'
import { once } from '#app/platform/submissions.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const headers = privateHeaders

export const loader = async ({ params }: LoaderFunctionArgs) => ({ href: (await openPrivatePage('receipt', params)).href })

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { subject, href } = await openPrivatePage('receipt', params)
  if (!(await mayInquire(context.address))) return redirect(href)
  const approach = String((await formData(request)).get('approach') ?? '')
  const firm = (await readReceipt(db, subject))?.firms.find((one) => one.approach === approach || !approach)
  const moved = await transact((tx) => once(tx, request, async () => (firm ? markDialogue(tx, 'buyer', firm.approach) : alreadyMoved)))
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
