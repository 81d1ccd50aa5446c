/** Technologies set aside for an inquiry or a catalogue: slugs joined by dots in a first-party cookie. */
export const MOST_CLIPS = 20
/** One inquiry is about so many at the most. */
export const MOST_ASKED = 5
const SLUG = /^[a-z0-9-]{1,64}$/
const KEPT_SECONDS = 30 * 24 * 3600

export function readClips(value: string | null | undefined): string[] {
  const slugs = (value ?? '').split('.').filter((slug) => SLUG.test(slug))
  return [...new Set(slugs)].slice(0, MOST_CLIPS)
}

/** The list with one more, at its end; unchanged when it is full. */
export function addClip(clips: readonly string[], slug: string): string[] {
  if (!SLUG.test(slug) || clips.includes(slug) || clips.length >= MOST_CLIPS) return [...clips]
  return [...clips, slug]
}

export const removeClip = (clips: readonly string[], slug: string): string[] => clips.filter((clip) => clip !== slug)

/** The Set-Cookie header that keeps the list, or drops it when it is empty. */
export const clipsCookie = (clips: readonly string[]): string =>
  `clips=${clips.join('.')}; Path=/; Max-Age=${clips.length > 0 ? KEPT_SECONDS : 0}; HttpOnly; SameSite=Lax`
