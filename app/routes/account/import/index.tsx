import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { MAX_TABLE_BYTES, MOST_ROWS } from '#app/features/catalogue/tables/decoding.ts'
import { openFirm } from '#app/features/catalogue/tables/firm.server.ts'
import { checkUpload, recentImports } from '#app/features/catalogue/tables/importing.server.ts'
import { ImportForm, RecentImports } from '#app/features/catalogue/ui/table-import.tsx'
import { ForFirm } from '#app/features/catalogue/ui/for-firm.tsx'
import { withUpload } from '#app/platform/uploads.server.ts'
import { DeskPage } from '#app/ui/desk-frame.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { editor, company, query } = await openFirm(request, params)
  return { company: company.name, office: editor.office, query, recent: await recentImports(db, editor.companyId), most: { rows: MOST_ROWS, megabytes: MAX_TABLE_BYTES / 1024 / 1024 } }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { locale, editor } = await openFirm(request, params)
  const sent = await withUpload(request, editor.person.id, async ({ file }) => (file ? checkUpload(editor, file) : ({ ok: false, reason: 'none' } as const)))
  if (!sent.ok) return data({ refused: sent.reason, row: 0 }, 400)
  const checked = sent.value
  if (!checked.ok) return data({ refused: checked.reason, row: 'row' in checked ? (checked.row ?? 0) : 0 }, 400)
  return redirect(`/${locale}/account/import/${checked.id}`, 303)
}

export default function Import() {
  const { t } = useTranslation('tables')
  const { company, office, query, recent, most } = useLoaderData<typeof loader>()
  return (
    <DeskPage title={t('import.title')}>
      {office && <ForFirm name={company} />}
      <ImportForm query={query} most={most} refused={useActionData<typeof action>() ?? null} />
      <RecentImports recent={recent} />
    </DeskPage>
  )
}
