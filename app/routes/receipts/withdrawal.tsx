import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { eraseAtRequest } from '#app/features/inquiries/erasing/asked.server.ts'
import { erasureOf } from '#app/features/inquiries/erasing/due.server.ts'
import { privateHeaders } from '#app/features/inquiries/private-headers.ts'
import { openPrivatePage } from '#app/features/inquiries/private-pages.server.ts'
import { readReceipt } from '#app/features/inquiries/receipt.server.ts'
import { isOpen } from '#app/features/inquiries/stages.ts'
import { missing } from '#app/platform/request.server.ts'
import { once } from '#app/platform/submissions.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmissionKey } from '#app/ui/submission-key.tsx'

export const headers = privateHeaders

/** Asked once: what is erased cannot be put back by anybody. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { subject, href } = await openPrivatePage('receipt', params)
  const receipt = await readReceipt(db, subject)
  if (!receipt) missing()
  if (await erasureOf(db, subject)) throw redirect(href)
  const introduced = receipt.firms.some(({ stage }) => stage !== 'consenting')
  return { href, open: isOpen(receipt.stage), introduced }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { subject, href } = await openPrivatePage('receipt', params)
  const done = await transact((tx) => once(tx, request, () => eraseAtRequest(tx, subject)))
  return redirect(done.ok ? href : `${href}?done=already-moved`)
}

export default function Withdrawal() {
  const { t } = useTranslation('trust')
  const { href, open, introduced } = useLoaderData<typeof loader>()
  return (
    <Sheet title={t('receipt.title')} back={{ href }}>
      <ul>
        {open && <li>{t('receipt.open')}</li>}
        <li>{t('receipt.gone')}</li>
        {introduced && <li>{t('receipt.introduced')}</li>}
        <li>{t('receipt.stays')}</li>
      </ul>
      <form method="post">
        <SubmissionKey />
        <Button tone="harm" wide>
          {t('receipt.confirm')}
        </Button>
      </form>
      <p />
      <LinkButton tone="quiet" wide href={href}>
        {t('receipt.keep')}
      </LinkButton>
    </Sheet>
  )
}
