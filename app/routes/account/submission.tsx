import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { openFirm } from '#app/features/catalogue/tables/firm.server.ts'
import { submissionForm } from '#app/features/catalogue/tables/form.ts'
import { draftsOf, submitTogether } from '#app/features/catalogue/tables/submitting.server.ts'
import { ForFirm } from '#app/features/catalogue/ui/for-firm.tsx'
import { SubmissionForm } from '#app/features/catalogue/ui/submission-form.tsx'
import { readForm } from '#app/platform/form.server.ts'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import { Notice } from '#app/ui/notice.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { editor, company } = await openFirm(request, params)
  const { searchParams } = new URL(request.url)
  const count = (name: string) => (searchParams.has(name) ? Math.max(0, Math.floor(Number(searchParams.get(name)) || 0)) : null)
  return { company: company.name, office: editor.office, drafts: await draftsOf(db, editor.companyId), submitted: count('submitted'), left: count('left') }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { locale, editor, query } = await openFirm(request, params)
  const read = await readForm(request, submissionForm)
  if (!read.ok) return data({ kept: read }, 400)
  const { draft, translation, waivedBy } = read.value
  const { submitted, left } = await transact((tx) => submitTogether(tx, editor, { chosen: new Map(draft), translationWanted: translation === 'wanted', waivedBy: editor.office ? waivedBy : null }))
  return redirect(`/${locale}/account/submission${query || '?'}${query && '&'}submitted=${submitted}&left=${left}`, 303)
}

export default function Submission() {
  const { t } = useTranslation('tables')
  const { company, office, drafts, submitted, left } = useLoaderData<typeof loader>()
  return (
    <DeskPage title={t('submission.title')}>
      {office && <ForFirm name={company} />}
      {submitted !== null && (
        <Notice tone={left ? 'waiting' : undefined} role="status">
          <p>{t('submission.done', { n: submitted })}</p>
          {left ? <p>{t('submission.left', { n: left })}</p> : null}
        </Notice>
      )}
      <SubmissionForm drafts={drafts} office={office} kept={useActionData<typeof action>()?.kept ?? null} />
    </DeskPage>
  )
}
