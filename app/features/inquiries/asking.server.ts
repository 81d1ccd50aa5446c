import { db } from '#db/index.ts'
import { namesOfTechnologies, type NamedTechnology } from '#app/features/catalogue/naming.server.ts'
import { missing, readCookie } from '#app/platform/request.server.ts'
import { kindsAboutTechnologies, kindsForTheOffice, kindsOfNeed, type Kind } from './choices.ts'
import { MOST_ASKED, readClips } from './clips.ts'

/** What a form is about: the technology of its address, the clip list with `?clips=1`, or the office itself. */
export async function technologiesAsked(request: Request, slug: string | undefined): Promise<NamedTechnology[]> {
  const clips = !asksNeed(request) && new URL(request.url).searchParams.has('clips') ? readClips(readCookie(request, 'clips')).slice(0, MOST_ASKED) : []
  const found = await namesOfTechnologies(db, { slugs: slug ? [slug] : clips })
  if (slug && found.length === 0) missing()
  return found
}

/** One form, three doors: a technology or several, a problem without one (`/needs/new`), the office itself. */
export const asksNeed = (request: Request): boolean => new URL(request.url).pathname.endsWith('/needs/new')

/** What one may want, depending on the door and on whether technologies were chosen. */
export const kindsFor = (need: boolean, technologies: readonly unknown[]): readonly Kind[] => (need ? kindsOfNeed : technologies.length > 0 ? kindsAboutTechnologies : kindsForTheOffice)

/** What the way to the form brought along, e.g. the words of a search that found nothing. */
export const wordsBrought = (request: Request): string => (new URL(request.url).searchParams.get('about') ?? '').trim().slice(0, 200)
