export interface Tone {
  strong: string
  pale: string
}

/** The colours one picture is drawn with, and how often its repeated parts repeat (0, 1 or 2 more than the least). */
export interface Pen {
  ink: string
  paper: string
  card: string
  tint: string
  mid: string
  hot: Tone
  cold: Tone
  plain: Tone
  fire: Tone
  sun: string
  density: number
}

export type ToneName = 'hot' | 'cold' | 'plain'

/** Draws one symbol centred on the origin, inside a box of the given width and height. */
export type Draw = (pen: Pen, width: number, height: number, tone: Tone) => string

export function round(value: number): string {
  return String(Math.round(value * 10) / 10 || 0)
}

/** Path data with every number rounded to one decimal, without the spaces a minus sign makes needless. */
export function d(parts: TemplateStringsArray, ...values: (number | string)[]): string {
  const path = parts.reduce((text, part, i) => {
    const value = values[i - 1]!
    return text + (typeof value === 'number' ? round(value) : value) + part
  })
  return path.replaceAll(' -', '-')
}

export function shape(path: string, fill?: string): string {
  return fill ? `<path d="${path}" fill="${fill}"/>` : `<path d="${path}"/>`
}

export function patch(path: string, fill: string): string {
  return `<path d="${path}" fill="${fill}" stroke="none"/>`
}

export function stroke(path: string, colour: string, width = 3): string {
  return `<path d="${path}" stroke="${colour}"${width === 3 ? '' : ` stroke-width="${round(width)}"`}/>`
}

export function disc(x: number, y: number, r: number, fill: string): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}" fill="${fill}"/>`
}

/** Dots of one size at the given x, y pairs, in a single element. */
export function dots(places: readonly (readonly [x: number, y: number])[], size: number, colour: string): string {
  return stroke(places.map(([x, y]) => d`M${x} ${y}h.1`).join(''), colour, size)
}

/** Path data of a full circle, for outlined circles that share one element. */
export function ring(x: number, y: number, r: number): string {
  return d`M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`
}

export function slab(x: number, y: number, w: number, h: number, fill: string, corner = 5): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}" rx="${round(corner)}" fill="${fill}"/>`
}

/** Path data of evenly spaced repeats of one stroke. */
export function repeat(times: number, each: (i: number) => string): string {
  return Array.from({ length: times }, (_, i) => each(i)).join('')
}

/** Path data of a wavy line of `count` crests, starting at x, y. */
export function wave(x: number, y: number, w: number, count: number, rise = 5): string {
  const half = w / count / 2
  return d`M${x} ${y}q${half / 2} ${-rise} ${half} 0` + repeat(count * 2 - 1, () => d`t${half} 0`)
}

/** Path data of `count` copies of a figure turned evenly around the origin; each figure is a list of commands with their points. */
export function turned(count: number, figure: readonly (readonly [command: string, ...points: number[]])[]): string {
  return repeat(count, (i) => {
    const cos = Math.cos((i / count) * 2 * Math.PI)
    const sin = Math.sin((i / count) * 2 * Math.PI)
    return figure
      .map(
        ([command, ...numbers]) =>
          command +
          repeat(numbers.length / 2, (p) => {
            const x = numbers[2 * p]!
            const y = numbers[2 * p + 1]!
            return d`${p ? ' ' : ''}${x * cos - y * sin} ${x * sin + y * cos}`
          }),
      )
      .join('')
  })
}
