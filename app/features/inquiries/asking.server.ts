import { db } from '#db/index.ts'
import { namesOfTechnologies, type NamedTechnology } from '#app/features/catalogue/naming.server.ts'
import { missing, readCookie } from '#app/platform/request.server.ts'
import { kindsAboutTechnologies, kindsForTheOffice, type Kind } from './choices.ts'
import { readClips } from './clips.ts'

/** What a form is about: the technology of its address, the clip list with `?clips=1`, or the office itself. */
export async function technologiesAsked(request: Request, slug: string | undefined): Promise<NamedTechnology[]> {
  const clips = new URL(request.url).searchParams.has('clips') ? readClips(readCookie(request, 'clips')) : []
  const found = await namesOfTechnologies(db, { slugs: slug ? [slug] : clips })
  if (slug && found.length === 0) missing()
  return found
}

/** What one may want, depending on whether technologies were chosen. */
export const kindsFor = (technologies: readonly unknown[]): readonly Kind[] => (technologies.length > 0 ? kindsAboutTechnologies : kindsForTheOffice)
