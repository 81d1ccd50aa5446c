import { openCompositor, type Compositor, type Line, type Setting, type Style } from './setting.server.ts'

export interface Outlines extends Setting {
  /** path data of an SVG, from the top left corner of the text's box */
  d: string
}

/**
 * A text as shapes, for pictures drawn on a machine without fonts.
 * @throws MissingGlyph
 */
export async function outlines(text: string, style: Style & { align?: 'left' | 'center' | 'right' }): Promise<Outlines> {
  const compositor = await openCompositor()
  const setting = compositor.set(text, style)
  const slack = { left: 0, center: 0.5, right: 1 }[style.align ?? 'left']
  const d = setting.lines.map((line) => pathOf(compositor, line, setting.size, (style.maxWidth - line.width) * slack, 0)).join('')
  return { ...setting, d }
}

/** The shapes of a set line whose box begins at x, y. */
export function pathOf({ faces }: Compositor, line: Line, size: number, x: number, y: number): string {
  let d = ''
  for (const run of line.runs) {
    const { font, advance } = faces[run.face]
    const scale = size / font.unitsPerEm
    let at = x + run.x
    for (const character of run.text) {
      const code = character.codePointAt(0)!
      d += placed(font.glyphForCodePoint(code).path.commands, scale, at, y + line.y)
      at += advance(code) * size
    }
  }
  return d
}

const LETTERS = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' } as const

/** Font units grow upwards, pictures downwards. */
function placed(commands: { command: keyof typeof LETTERS; args: number[] }[], scale: number, x: number, y: number): string {
  return commands
    .map(({ command, args }) => LETTERS[command] + args.map((value, index) => Math.round((index % 2 === 0 ? x + value * scale : y - value * scale) * 100) / 100).join(' '))
    .join('')
}
