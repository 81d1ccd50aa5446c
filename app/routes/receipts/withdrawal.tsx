import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { transact } from '#db/index.ts'
import { withdrawInquiry } from '#app/features/inquiries/concluding.server.ts'
import { privateHeaders } from '#app/features/inquiries/private-headers.ts'
import { openPrivatePage } from '#app/features/inquiries/private-pages.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const headers = privateHeaders

/** Asked once: what is taken back cannot be put back by the buyer. */
export const loader = async ({ params }: LoaderFunctionArgs) => ({ href: (await openPrivatePage('receipt', params)).href })

export async function action({ params }: ActionFunctionArgs) {
  const { subject, href } = await openPrivatePage('receipt', params)
  const moved = await transact((tx) => withdrawInquiry(tx, subject))
  return redirect(moved.ok ? href : `${href}?done=already-moved`)
}

export default function Withdrawal() {
  const { t } = useTranslation('inquiries')
  const { href } = useLoaderData<typeof loader>()
  return (
    <Sheet title={t('withdrawal.title')} back={{ href }}>
      <p>{t('withdrawal.text')}</p>
      <form method="post">
        <Button tone="harm" wide>
          {t('withdrawal.confirm')}
        </Button>
      </form>
      <p />
      <LinkButton tone="quiet" wide href={href}>
        {t('withdrawal.keep')}
      </LinkButton>
    </Sheet>
  )
}
