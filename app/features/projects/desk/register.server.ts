import { and, eq } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { projects } from '#db/schema/projects.ts'
import { searchProjects } from '../register.server.ts'
import { unconfirmed } from '../standing/asking.server.ts'
import type { DeskSearch } from './search-form.ts'

/** Every project, whatever its state, as the desk asks for it. */
export const searchDesk = (db: Reader, { state, old, ...search }: DeskSearch) => searchProjects(db, search, and(state && eq(projects.state, state), old && unconfirmed()))
