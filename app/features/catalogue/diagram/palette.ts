import type { Pen } from './marks.ts'

type Oklch = readonly [lightness: number, chroma: number, hue: number]

export interface Family {
  hue: number
  /** How colourful the family is; 1 is usual. */
  chroma?: number
  hot?: Oklch
  cold?: Oklch
}

const HOT: Oklch = [0.64, 0.155, 40]
const SUN: Oklch = [0.77, 0.14, 75]
const COLD: Oklch = [0.64, 0.105, 235]

function hex([lightness, chroma, hue]: Oklch): string {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  const channel = (value: number) => {
    const clipped = Math.min(1, Math.max(0, value))
    const gamma = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055
    return Math.round(gamma * 255)
      .toString(16)
      .padStart(2, '0')
  }
  return `#${linear.map(channel).join('')}`
}

/** Turns a field family into a pen; `shift` runs from -1 to 1 and moves the hue within the family. */
export function penFor(family: Family, shift: number, density: number): Pen {
  const hue = family.hue + shift * 9
  const chroma = family.chroma ?? 1
  const hot = family.hot ?? HOT
  const cold = family.cold ?? COLD
  const tint = hex([0.915, 0.036 * chroma, hue])
  const mid = hex([0.815, 0.066 * chroma, hue])
  return {
    ink: hex([0.37, 0.075 * chroma, hue]),
    paper: hex([0.968 + shift * 0.006, 0.015 * chroma, hue]),
    card: hex([0.992, 0.005 * chroma, hue]),
    tint,
    mid,
    hot: { strong: hex(hot), pale: hex([0.885, hot[1] * 0.4, hot[2]]) },
    cold: { strong: hex(cold), pale: hex([0.895, cold[1] * 0.48, cold[2]]) },
    plain: { strong: mid, pale: tint },
    fire: { strong: hex(HOT), pale: hex([0.885, HOT[1] * 0.4, HOT[2]]) },
    sun: hex(SUN),
    density,
  }
}
