import type { StreamStyle } from './streams.ts'

export interface Variation {
  /** -1 to 1, moves the hue within its family. */
  shift: number
  mirrored: boolean
  density: number
  bubbles: number
  style: StreamStyle
  backdrop: 'horizon' | 'disc' | 'grid' | 'panel'
  /** 0 to 14, moves or sizes the backdrop. */
  offset: number
  /** Chooses among a scene's alternatives; take it modulo their number. */
  end: number
}

function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

/** Every trait comes from its own hash of the seed, so that adding a trait leaves the others as they were. */
export function variationOf(seed: string): Variation {
  const below = (trait: string, count: number) => hash(`${trait}:${seed}`) % count
  return {
    shift: below('hue', 1001) / 500 - 1,
    mirrored: below('mirror', 2) === 1,
    density: below('density', 3),
    bubbles: below('bubbles', 3),
    style: (['solid', 'walled', 'beaded'] as const)[below('style', 3)]!,
    backdrop: (['horizon', 'disc', 'grid', 'panel'] as const)[below('backdrop', 4)]!,
    offset: below('offset', 15),
    end: below('end', 5040),
  }
}
