import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { transact } from '#db/index.ts'
import { answerInterested } from '#app/features/inquiries/answering.server.ts'
import { replyForm } from '#app/features/inquiries/message-form.ts'
import { privateHeaders } from '#app/features/inquiries/private-headers.ts'
import { openPrivatePage } from '#app/features/inquiries/private-pages.server.ts'
import { InterestForm } from '#app/features/inquiries/ui/firm-forms.tsx'
import { readForm } from '#app/platform/form.server.ts'
import { once } from '#app/platform/submissions.server.ts'
import { Sheet } from '#app/ui/sheet.tsx'

export const headers = privateHeaders

export const loader = async ({ params }: LoaderFunctionArgs) => ({ href: (await openPrivatePage('answer', params)).href })

export async function action({ request, params }: ActionFunctionArgs) {
  const { subject, href } = await openPrivatePage('answer', params)
  const read = await readForm(request, replyForm)
  if (!read.ok) return data({ kept: read }, 400)
  const moved = await transact((tx) => once(tx, request, () => answerInterested(tx, subject, read.value.reply, 'firm')))
  return redirect(moved.ok ? href : `${href}?done=already-moved`)
}

export default function Reply() {
  const { t } = useTranslation('inquiries')
  const { href } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Sheet title={t('answer.reply')} back={{ href }}>
      <InterestForm href={href} kept={refused?.kept ?? null} />
    </Sheet>
  )
}
