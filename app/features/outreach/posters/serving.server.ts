import { keptBytes } from '#app/platform/kept-bytes.server.ts'
import { sha256 } from '#app/platform/secrets.server.ts'
import { turns } from '#app/platform/turns.server.ts'
import { drawPoster, LAYOUT, type Poster } from './drawing.server.ts'

const kept = keptBytes(32 * 1024 * 1024)
/** Drawing takes a core for a while: the site goes on answering beside it. */
const inTurn = turns(2, 40)
const underWay = new Map<string, Promise<Buffer>>()

/** Names what a poster shows: as long as it is the same, so is the picture. */
export const posterKey = (poster: Poster): string => sha256(JSON.stringify([LAYOUT, poster])).slice(0, 16)

/**
 * A poster as PNG, drawn once for whoever asks at the same time or later.
 * @throws MissingGlyph
 * @throws TooBusy
 */
export function posterPng(poster: Poster): Promise<Buffer> {
  const key = posterKey(poster)
  const known = kept.find(key)
  if (known) return Promise.resolve(known)
  let drawing = underWay.get(key)
  if (!drawing) {
    drawing = inTurn(() => drawPoster(poster))
      .then((png) => {
        kept.keep(key, png)
        return png
      })
      .finally(() => underWay.delete(key))
    underWay.set(key, drawing)
  }
  return drawing
}
