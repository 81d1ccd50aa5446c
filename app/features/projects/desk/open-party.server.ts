import { and, eq } from 'drizzle-orm'
import { db } from '#db/index.ts'
import { projectParties } from '#db/schema/projects.ts'
import { missing } from '#app/platform/request.server.ts'
import { openProject } from './desk-act.server.ts'

/** As `openProject`, for an address that names one of its parties. */
export async function openParty(request: Request, params: { locale?: string; id?: string; party?: string }) {
  const opened = await openProject(request, params)
  const [party] = await db.select().from(projectParties).where(and(eq(projectParties.id, params.party ?? ''), eq(projectParties.projectId, opened.project.id)))
  if (!party) missing()
  return { ...opened, party, own: `${opened.href}/parties/${party.id}/contacts` }
}
