import subsetFont from 'subset-font'
import type { FaceName, Faces } from './faces.server.ts'
import type { Line } from './setting.server.ts'

const WITHOUT = ['GPOS', 'GSUB', 'GDEF']

/** TrueType fonts with just the characters of these lines, for embedding: one per face that draws any. */
export async function subsetsFor(faces: Faces, lines: Iterable<Pick<Line, 'runs'>>): Promise<Map<FaceName, Buffer>> {
  const needed = new Map<FaceName, Set<string>>()
  for (const { runs } of lines) {
    for (const { face, text } of runs) {
      const characters = needed.get(face) ?? new Set<string>()
      for (const character of text) characters.add(character)
      needed.set(face, characters)
    }
  }
  const made = await Promise.all(
    [...needed].map(async ([name, characters]) => [name, await subsetFont(faces[name].bytes, [...characters].join(''), { targetFormat: 'truetype', keepFeatures: [], noHinting: true, dropTables: WITHOUT })] as const),
  )
  return new Map(made)
}
