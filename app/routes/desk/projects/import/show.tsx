import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { openImport } from '#app/features/projects/tables/arriving.server.ts'
import { heldProjects } from '#app/features/projects/tables/holding.server.ts'
import { planImport } from '#app/features/projects/tables/importing.server.ts'
import { ImportPage } from '#app/features/projects/ui/desk/import-page.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { kept, href, home } = await openImport(request, params)
  const { id, name, state, total, columns, source, projectIds } = kept
  const plan = state === 'open' ? await planImport(db, kept) : null
  return {
    table: { id, name, state, total },
    href, home, refused: new URL(request.url).searchParams.get('refused'),
    entered: state === 'done' ? { n: projectIds.length, held: await heldProjects(db, projectIds) } : null,
    open: plan && { source, columns, headings: plan.table.headings, sample: plan.table.rows[0]?.cells ?? [], problems: plan.problems, good: plan.entries.length },
  }
}

export default function ProjectImport() {
  return <ImportPage {...useLoaderData<typeof loader>()} />
}
