import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import * as fontkit from 'fontkit'
import type { Locale } from '../locale.ts'

export type Weight = 'regular' | 'bold'
export const faceNames = ['JP-Regular', 'JP-Bold', 'SC-Regular', 'SC-Bold'] as const
export type FaceName = (typeof faceNames)[number]

export interface Face {
  name: FaceName
  font: fontkit.Font
  bytes: Buffer
  has: (code: number) => boolean
  /** width of a character, in ems */
  advance: (code: number) => number
}

/** A text holds a character that none of the fonts can draw. Nothing is drawn instead of it. */
export class MissingGlyph extends Error {
  override name = 'MissingGlyph'
  readonly code: string
  constructor(readonly character: string) {
    const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
    super(`No font has a glyph for “${character}” (${code}).`)
    this.code = code
  }
}

/** Where a character is looked for: the reader's language in the weight asked for, then lighter, then the other language. */
const ORDER: Record<Locale, Record<Weight, FaceName[]>> = {
  ja: { regular: ['JP-Regular', 'SC-Regular'], bold: ['JP-Bold', 'JP-Regular', 'SC-Bold', 'SC-Regular'] },
  zh: { regular: ['SC-Regular', 'JP-Regular'], bold: ['SC-Bold', 'SC-Regular', 'JP-Bold', 'JP-Regular'] },
}

const FOLDER = join(process.cwd(), 'app/platform/lettering/fonts')
const unpack = promisify(brotliDecompress)

async function open(name: FaceName): Promise<Face> {
  const bytes = await unpack(await readFile(join(FOLDER, `NotoSansCJK-${name}.ttf.br`)))
  const font = fontkit.create(bytes) as fontkit.Font
  const widths = new Map<number, number>()
  const advance = (code: number) => {
    const known = widths.get(code)
    if (known !== undefined) return known
    const width = font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm
    widths.set(code, width)
    return width
  }
  return { name, font, bytes, has: (code) => font.hasGlyphForCodePoint(code), advance }
}

export type Faces = Record<FaceName, Face>
let opened: Promise<Faces> | null = null

/** All four faces: opened by the first who draws, kept from then on (20 MB). */
export function openFaces(): Promise<Faces> {
  opened ??= Promise.all(faceNames.map(open)).then((faces) => Object.fromEntries(faces.map((face) => [face.name, face])) as Faces)
  return opened
}

/** The face that draws a character. @throws MissingGlyph */
export function faceFor(faces: Faces, character: string, locale: Locale, weight: Weight): Face {
  const code = character.codePointAt(0)!
  const name = ORDER[locale][weight].find((one) => faces[one].has(code))
  if (!name) throw new MissingGlyph(character)
  return faces[name]
}
