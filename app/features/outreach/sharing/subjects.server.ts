import type { Reader } from '#db/index.ts'
import { isPosterKind, posterOf } from '../posters/subjects.server.ts'
import type { PictureSource } from './picture.server.ts'

/** What the picture of a page shows, the same as its poster; undefined when the public has no such page. */
export async function sourceOf(db: Reader, kind: string, name: string): Promise<PictureSource | undefined> {
  if (kind === 'site') return name === 'databank' ? null : undefined
  return isPosterKind(kind) ? (await posterOf(db, kind, name, 'ja'))?.poster.picture : undefined
}
