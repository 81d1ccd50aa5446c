import type { Line } from '../lettering/setting.server.ts'
import type { Locale } from '../locale.ts'

/** In points, from the top left corner of the page. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** What is drawn. A text's y is the top of its box. */
export type Mark =
  | ({ kind: 'lines'; lines: Line[]; size: number; colour: string; link?: string } & Pick<Box, 'x' | 'y'>)
  | ({ kind: 'image'; bytes: Buffer } & Box)
  | ({ kind: 'fill'; colour: string; radius?: number } & Box)
  /** one path whose unit is `unit` points */
  | ({ kind: 'path'; d: string; unit: number; colour: string } & Pick<Box, 'x' | 'y'>)

/** What a reader program says a part is. Without a tag it is decoration. */
export type Tag = 'H1' | 'H2' | 'P' | 'Figure' | 'Table' | 'TR' | 'TH' | 'TD'

export interface Part {
  tag: Tag | null
  lang?: Locale
  /** of a figure */
  alt?: string
  marks: Mark[]
  /** inner parts, of tables and rows */
  parts?: Part[]
}

export interface Paper {
  title: string
  locale: Locale
  /** parts in the order they are read */
  pages: Part[][]
}

export const A4 = { width: 595.28, height: 841.89 } as const
