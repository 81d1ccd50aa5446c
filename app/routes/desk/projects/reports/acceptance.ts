import { projectButton } from '#app/features/projects/desk/desk-act.server.ts'
import { acceptReport } from '#app/features/projects/standing/reports.server.ts'

export const action = projectButton('accepted', (tx, clerk, { project, params }) => acceptReport(tx, clerk, project.id, params.report ?? ''))
