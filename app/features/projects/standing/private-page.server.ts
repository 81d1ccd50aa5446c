import { db } from '#db/index.ts'
import { minutes } from '#app/platform/clock.ts'
import { limit } from '#app/platform/form.server.ts'
import { readLink } from '#app/platform/links.server.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'
import { readProject } from '../register.server.ts'
import { readAskedParty } from './reports.server.ts'

/** The public facts of the project that a party was asked about; never another party’s words. */
export async function openStanding(params: { locale?: string; token?: string }) {
  const locale = localeOf(params)
  const link = await readLink(db, 'project-life', params.token ?? '')
  const party = link && (await readAskedParty(db, link.subject))
  const project = party && (await readProject(db, party.slug))
  if (!project) missing()
  return { locale, party, project }
}

export const mayReport = limit(30, minutes(15))
