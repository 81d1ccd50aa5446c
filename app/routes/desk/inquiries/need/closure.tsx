import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { deskAct } from '#app/features/inquiries/desk-act.server.ts'
import { plainForm } from '#app/features/inquiries/desk-form.ts'
import { openNeedAtDesk } from '#app/features/inquiries/needs/desk-need.server.ts'
import { takeNeedBack } from '#app/features/inquiries/needs/publishing.server.ts'
import { NeedAct } from '#app/features/inquiries/needs/ui/need-act.tsx'

export const loader = ({ request, params }: LoaderFunctionArgs) => openNeedAtDesk(request, params)
export const action = deskAct(plainForm, 'need-closed', (tx, clerk, { id }) => takeNeedBack(tx, clerk, id, 'closed'), '/need')

export default function Closure() {
  const { t } = useTranslation('needs')
  return <NeedAct {...useLoaderData<typeof loader>()} title={t('close.title')} lead={t('close.lead')} send={t('close.send')} open={['published']} refused={useActionData<typeof action>()} />
}
