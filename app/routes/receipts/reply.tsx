import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { transact } from '#db/index.ts'
import { replyAsBuyer } from '#app/features/inquiries/answering.server.ts'
import { replyForm } from '#app/features/inquiries/message-form.ts'
import { privateHeaders } from '#app/features/inquiries/private-headers.ts'
import { openPrivatePage } from '#app/features/inquiries/private-pages.server.ts'
import { ReplyForm } from '#app/features/inquiries/ui/reply-form.tsx'
import { mayInquire, readForm } from '#app/platform/form.server.ts'
import { once } from '#app/platform/submissions.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const headers = privateHeaders

export const loader = async ({ params }: LoaderFunctionArgs) => ({ href: (await openPrivatePage('receipt', params)).href })

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { subject, href } = await openPrivatePage('receipt', params)
  const read = await readForm(request, replyForm)
  if (!read.ok) return data({ kept: read, refused: null }, 400)
  if (!(await mayInquire(context.address))) return data({ kept: { errors: {}, typed: { reply: read.value.reply } }, refused: 'too-often' as const }, 429)
  const said = await transact((tx) => once(tx, request, () => replyAsBuyer(tx, subject, read.value.reply)))
  return redirect(`${href}?done=${said.ok ? 'sent' : 'already-moved'}`)
}

export default function Reply() {
  const { t } = useTranslation('inquiries')
  const { href } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Sheet title={t('receipt.reply')} back={{ href }}>
      {refused?.refused && (
        <Notice tone="waiting" role="alert">
          <p>{t(`refused.${refused.refused}`)}</p>
        </Notice>
      )}
      <ReplyForm href={href} kept={refused?.kept ?? null} />
    </Sheet>
  )
}
