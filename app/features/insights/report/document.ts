import type { ChartRow, Series } from '#app/ui/drawing.tsx'

/** A figure of a table; null: kept back, or not known. */
export type Figure = string | number | null

export interface ReportTable {
  kind: 'table'
  /** the name of its file */
  name: string
  title: string
  /** the first is what the rows are */
  head: string[]
  rows: { key: string; label: string; cells: Figure[] }[]
  note?: string | undefined
  /** running text in its cells instead of figures */
  wordy?: boolean
}

export interface ReportDrawing {
  kind: 'drawing'
  shape: 'bars' | 'columns' | 'panels'
  title: string
  series: Series[]
  rows: ChartRow[]
  /** what it shows, in a sentence */
  summary: string
}

export interface ReportQuotes {
  kind: 'quotes'
  quotes: { text: string; locale: 'ja' | 'zh'; by: string }[]
}

export interface ReportSection {
  key: string
  title: string
  text: string[]
  parts: (ReportTable | ReportDrawing | ReportQuotes)[]
}

/** A report as data: the page, the tables and the JSON are all made of this. */
export interface Report {
  locale: 'ja' | 'zh'
  round: { id: string; name: string; year: number }
  from: string
  until: string
  title: string
  /** what stands under the title */
  facts: [string, string][]
  notes: string[]
  chapters: { key: string; title: string; sections: ReportSection[] }[]
}

export const tablesOf = (report: Report): ReportTable[] => report.chapters.flatMap(({ sections }) => sections.flatMap(({ parts }) => parts.filter((part) => part.kind === 'table')))
