import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { deskAct } from '#app/features/inquiries/desk-act.server.ts'
import { plainForm } from '#app/features/inquiries/desk-form.ts'
import { openNeedAtDesk } from '#app/features/inquiries/needs/desk-need.server.ts'
import { askForPublication } from '#app/features/inquiries/needs/publishing.server.ts'
import { NeedAct } from '#app/features/inquiries/needs/ui/need-act.tsx'

export const loader = ({ request, params }: LoaderFunctionArgs) => openNeedAtDesk(request, params)
export const action = deskAct(plainForm, 'publication-asked', (tx, clerk, { id }) => askForPublication(tx, clerk, id), '/need')

export default function Asking() {
  const { t } = useTranslation('needs')
  return <NeedAct {...useLoaderData<typeof loader>()} title={t('desk.ask')} lead={t('desk.lead')} send={t('desk.ask')} open={['draft']} refused={useActionData<typeof action>()} />
}
