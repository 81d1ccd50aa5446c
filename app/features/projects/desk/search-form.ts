import { z } from 'zod'
import { projectStates } from '#db/schema/projects.ts'
import { registerShape, writeRegister } from '../search-form.ts'

/** The public search, and what only the desk asks: the state, and what nobody has confirmed for long. */
export const deskShape = registerShape.extend({
  state: z.enum(projectStates).optional().catch(undefined),
  old: z.literal('on').optional().catch(undefined),
})
export type DeskSearch = z.output<typeof deskShape>

export const readDeskSearch = (url: URL): DeskSearch => deskShape.parse(Object.fromEntries([...url.searchParams].filter(([, value]) => value !== '')))

export function writeDeskSearch({ state, old, ...search }: Partial<DeskSearch>): string {
  const params = new URLSearchParams(writeRegister(search))
  if (state) params.set('state', state)
  if (old) params.set('old', old)
  const text = params.toString()
  return text && `?${text}`
}
