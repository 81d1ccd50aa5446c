import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Report } from './document.ts'
import { Paper } from './ui/paper.tsx'

const source = (file: string) => readFileSync(join(process.cwd(), 'app', file), 'utf8')

let sheet = ''
/** The site's tokens, as they are on paper, and the report's own style. */
const styleOf = () => (sheet ||= `${source('styles/tokens.css').split('@media')[0]}${source('features/insights/report/report.css')}`)

/** What lets a browser use the style that the page carries along, and nothing else. */
export const paperPolicy = (): string =>
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(styleOf()).digest('base64')}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

const PLACE = '<style></style>'
/** The report as one page that asks nobody for anything. The style is put in afterwards: as text React would escape it. */
export const reportHtml = (report: Report): string => `<!DOCTYPE html>\n${renderToStaticMarkup(<Paper report={report} />).replace(PLACE, () => `<style>${styleOf()}</style>`)}\n`
