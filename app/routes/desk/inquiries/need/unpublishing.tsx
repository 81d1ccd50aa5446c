import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { deskAct } from '#app/features/inquiries/desk-act.server.ts'
import { plainForm } from '#app/features/inquiries/desk-form.ts'
import { openNeedAtDesk } from '#app/features/inquiries/needs/desk-need.server.ts'
import { takeNeedBack } from '#app/features/inquiries/needs/publishing.server.ts'
import { NeedAct } from '#app/features/inquiries/needs/ui/need-act.tsx'

export const loader = ({ request, params }: LoaderFunctionArgs) => openNeedAtDesk(request, params)
export const action = deskAct(plainForm, 'need-unpublished', (tx, clerk, { id }) => takeNeedBack(tx, clerk, id, 'draft'), '/need')

export default function Unpublishing() {
  const { t } = useTranslation('needs')
  return <NeedAct {...useLoaderData<typeof loader>()} title={t('unpublish.title')} lead={t('unpublish.lead')} send={t('unpublish.send')} open={['published']} refused={useActionData<typeof action>()} />
}
