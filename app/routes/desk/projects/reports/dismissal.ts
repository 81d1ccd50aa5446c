import { projectButton } from '#app/features/projects/desk/desk-act.server.ts'
import { dismissReport } from '#app/features/projects/standing/reports.server.ts'

export const action = projectButton('dismissed', (tx, clerk, { project, params }) => dismissReport(tx, clerk, project.id, params.report ?? ''))
