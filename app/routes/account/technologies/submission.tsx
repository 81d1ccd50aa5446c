import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { readSubmission, submit } from '#app/features/catalogue/revising/submitting.server.ts'
import { SubmissionPage } from '#app/features/catalogue/ui/editor/submission-page.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const loader = ({ request, params }: LoaderFunctionArgs) => readSubmission(request, params)
export const action = ({ request, params }: ActionFunctionArgs) => submit(request, params)

export default function Submission() {
  const { t } = useTranslation('editor')
  const loaded = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  if (loaded.ready) return <SubmissionPage {...loaded} refused={refused} />
  return (
    <Sheet title={t('submission.title')} back={{ href: loaded.home, label: t('toOverview') }}>
      <Notice>{t('submission.nothing')}</Notice>
    </Sheet>
  )
}
