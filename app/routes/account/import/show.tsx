import { data, type HeadersArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { openImport } from '#app/features/catalogue/tables/firm.server.ts'
import { planImport } from '#app/features/catalogue/tables/importing.server.ts'
import { ForFirm } from '#app/features/catalogue/ui/for-firm.tsx'
import { TableEnd, TablePlan, TableProblems, TableProgress } from '#app/features/catalogue/ui/table-import.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** The page asks for itself again while the work goes on: no script is needed. */
const EVERY = '2'
export const headers = ({ loaderHeaders }: HeadersArgs) => {
  const refresh = loaderHeaders.get('Refresh')
  return { 'Cache-Control': 'no-store', ...(refresh ? { Refresh: refresh } : {}) }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { editor, company, query, table, href } = await openImport(request, params)
  const plan = table.state === 'ready' ? await planImport(db, table) : null
  // What was good when it was sent may not be any more.
  const problems = plan && plan.problems.length > 0 ? plan.problems : table.problems
  const rows = (plan?.entries ?? []).map(({ row, change, content }) => ({ row, change, name: content.name }))
  const { name, state, total, done } = table
  return data(
    { company: company.name, office: editor.office, query, href, name, state: state === 'ready' && problems.length > 0 ? ('refused' as const) : state, total, done, problems, rows },
    state === 'storing' ? { headers: { Refresh: EVERY } } : {},
  )
}

export default function Show() {
  const { t } = useTranslation('tables')
  const { company, office, query, href, name, state, total, done, problems, rows } = useLoaderData<typeof loader>()
  return (
    <DeskPage title={t('import.of', { name })}>
      {office && <ForFirm name={company} />}
      {state === 'refused' && <TableProblems problems={problems} query={query} />}
      {state === 'ready' && <TablePlan rows={rows} href={href} query={query} />}
      {state === 'storing' && <TableProgress done={done} total={total} />}
      {state === 'failed' && (
        <Notice tone="harm" role="alert">
          <p>{t('end.failed', { done, total })}</p>
        </Notice>
      )}
      {state === 'done' && <TableEnd total={total} problems={problems} query={query} />}
    </DeskPage>
  )
}
