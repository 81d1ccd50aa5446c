import type { ListingContent } from '#db/schema/catalogue.ts'
import { industriesOf } from './industries.ts'

/**
 * What a listing may be filtered by, as a sorted set: `field:` (with the parents), `stage:`, `mode:`, `region:` (addressed
 * or installed in China; `region:*` when all are addressed), `china` when it runs in China, `lang:` for each language it has a name in, `industry:` for each it is for.
 * @param parentOf the parent of a field; nothing for a top field or an unknown one
 */
export function marksOf(content: ListingContent, parentOf: (field: string) => string | null | undefined): string[] {
  const marks = new Set<string>()
  for (const field of content.fields) {
    marks.add(`field:${field}`)
    const parent = parentOf(field)
    if (parent) marks.add(`field:${parent}`)
  }
  if (content.stage) marks.add(`stage:${content.stage}`)
  for (const mode of content.cooperation) marks.add(`mode:${mode}`)
  if (content.regions.length === 0) marks.add('region:*')
  for (const region of content.regions) marks.add(`region:${region}`)
  for (const { country, region } of content.installations) {
    if (country !== 'CN') continue
    marks.add('china')
    if (region) marks.add(`region:${region}`)
  }
  for (const language of ['ja', 'zh'] as const) if (content.name[language]) marks.add(`lang:${language}`)
  for (const industry of industriesOf(content)) marks.add(`industry:${industry}`)
  return [...marks].sort()
}
