import { csvText } from '#app/platform/csv.ts'
import { translator } from '#app/platform/locale.ts'
import { tablesOf, type Report, type ReportTable } from './document.ts'

/** One table as a file for spreadsheets; what is kept back is the same dash as on paper. */
export function tableCsv({ locale }: Report, { head, rows }: ReportTable): string {
  const dash = translator(locale)('report:unknown')
  return csvText([head, ...rows.map(({ label, cells }) => [label, ...cells.map((cell) => cell ?? dash)])])
}

/** Every table, and the sentences that may be printed, for other programs; null is a figure that is kept back. */
export function reportJson({ locale, round, from, until, title, notes, chapters }: Report): string {
  const told = chapters.map(({ key, title: chapter, sections }) => ({
    key,
    title: chapter,
    sections: sections.map((section) => ({
      key: section.key,
      title: section.title,
      text: section.text,
      tables: section.parts.flatMap((part) => (part.kind === 'table' ? [{ name: part.name, title: part.title, head: part.head, rows: part.rows, ...(part.note ? { note: part.note } : {}) }] : [])),
      quotes: section.parts.flatMap((part) => (part.kind === 'quotes' ? part.quotes : [])),
    })),
  }))
  return `${JSON.stringify({ title, locale, round, from, until, notes, chapters: told }, null, 2)}\n`
}

export const csvName = ({ name }: ReportTable) => `${name}.csv`

/** All files of a report by name, but the page. */
export const dataFiles = (report: Report): [name: string, text: string][] => [...tablesOf(report).map((table) => [csvName(table), tableCsv(report, table)] as [string, string]), ['report.json', reportJson(report)]]
