import { projectButton } from '#app/features/projects/desk/desk-act.server.ts'
import { askParties } from '#app/features/projects/standing/asking.server.ts'

export const action = projectButton('asked', (tx, clerk, { project }) => askParties(tx, clerk, project.id))
