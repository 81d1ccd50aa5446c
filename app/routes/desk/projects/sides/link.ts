import { sideOf } from '#app/features/projects/candidates/form.ts'
import { askSide } from '#app/features/projects/candidates/titles.server.ts'
import { projectButton } from '#app/features/projects/desk/desk-act.server.ts'

export const action = projectButton('title-asked', async (tx, clerk, { project, params }) => {
  const side = sideOf(params.side)
  return side ? askSide(tx, clerk, project.id, side) : { ok: false, reason: 'already-moved' }
})
