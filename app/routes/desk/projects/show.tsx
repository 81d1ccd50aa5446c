import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { openProject } from '#app/features/projects/desk/desk-act.server.ts'
import { readDeskProject } from '#app/features/projects/desk/project.server.ts'
import { longAgo } from '#app/features/projects/standing/asking.server.ts'
import { DeskProjectPage } from '#app/features/projects/ui/desk/desk-project.tsx'
import { missing } from '#app/platform/request.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { project, href } = await openProject(request, params)
  const [opened, fields] = await Promise.all([readDeskProject(db, project.id), readFields(db)])
  if (!opened) missing()
  const { searchParams } = new URL(request.url)
  return { opened, href, fields, longAgo: longAgo(), done: searchParams.get('done'), refused: searchParams.get('refused') }
}

export default function DeskProject() {
  return <DeskProjectPage {...useLoaderData<typeof loader>()} />
}
