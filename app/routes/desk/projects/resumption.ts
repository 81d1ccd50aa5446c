import { projectButton } from '#app/features/projects/desk/desk-act.server.ts'
import { resumeCandidate } from '#app/features/projects/candidates/proposing.server.ts'

export const action = projectButton('resumed', (tx, clerk, { project }) => resumeCandidate(tx, clerk, project.id))
