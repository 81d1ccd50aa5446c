import { htmlLang, translator } from '#app/platform/locale.ts'
import { Bars, Columns, Panels, type Look } from '#app/ui/drawing.tsx'
import type { Report, ReportDrawing, ReportQuotes, ReportSection, ReportTable } from '../document.ts'

const LOOK: Look = { axis: 'axis', tick: 'tick', value: 'value', first: 'first', second: 'second', line: 'line', dot: 'dot' }
const SHAPES = { bars: Bars, columns: Columns, panels: Panels }

type Words = ReturnType<typeof translator>
interface Told {
  t: Words
  locale: Report['locale']
}

/** The report as a document of its own: everything numbered, every drawing with its table after it. */
export function Paper({ report }: { report: Report }) {
  const told = { t: translator(report.locale), locale: report.locale }
  const numbers = numbersOf(report)
  return (
    <html lang={htmlLang[report.locale]}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{report.title}</title>
        <style />
      </head>
      <body>
        <header>
          <h1>{report.title}</h1>
          <dl>
            {report.facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </header>
        <nav aria-labelledby="contents">
          <h2 id="contents">{told.t('report:contents')}</h2>
          <ol>
            {report.chapters.map(({ key, title, sections }) => (
              <li key={key}>
                <a href={`#${key}`}>{title}</a>
                <ol>
                  {sections.map((section) => (
                    <li key={section.key}>
                      <a href={`#${section.key}`}>{section.title}</a>
                    </li>
                  ))}
                </ol>
              </li>
            ))}
          </ol>
        </nav>
        <main>
          <ul className="notes">
            {report.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
          {report.chapters.map(({ key, title, sections }, chapter) => (
            <section key={key} id={key} className="chapter">
              <h2>
                {chapter + 1}. {title}
              </h2>
              {sections.map((section, at) => (
                <Section key={section.key} section={section} number={`${chapter + 1}-${at + 1}`} numbers={numbers} {...told} />
              ))}
            </section>
          ))}
        </main>
      </body>
    </html>
  )
}

type Part = ReportSection['parts'][number]
/** Tables and figures counted through, each by itself. */
function numbersOf({ chapters }: Report): Map<Part, number> {
  const parts = chapters.flatMap(({ sections }) => sections.flatMap((section) => section.parts))
  return new Map((['table', 'drawing'] as const).flatMap((kind) => parts.filter((part) => part.kind === kind).map((part, at) => [part, at + 1] as const)))
}

function Section({ section, number, numbers, ...told }: Told & { section: ReportSection; number: string; numbers: Map<Part, number> }) {
  return (
    <section id={section.key}>
      <h3>
        {number} {section.title}
      </h3>
      {section.text.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {section.parts.map((part, at) => {
        if (part.kind === 'table') return <Table key={at} table={part} number={numbers.get(part)!} {...told} />
        return part.kind === 'drawing' ? <Drawn key={at} drawing={part} number={numbers.get(part)!} {...told} /> : <Quotes key={at} {...part} {...told} />
      })}
    </section>
  )
}

function Drawn({ drawing, number, t, locale }: Told & { drawing: ReportDrawing; number: number }) {
  const { title, series, rows, summary, shape } = drawing
  const Shape = SHAPES[shape]
  const bars = series.filter(({ kind }) => kind === 'bar')
  return (
    <figure className={shape}>
      <figcaption id={`figure-${number}`}>{t('report:figureOf', { n: number, title })}</figcaption>
      {shape !== 'panels' && series.length > 1 && (
        <ul className="legend">
          {series.map((one) => (
            <li key={one.name}>
              <svg viewBox="0 0 14 14" aria-hidden="true">
                {one.kind === 'bar' ? <rect x="1" y="2" width="12" height="10" className={bars.indexOf(one) % 2 === 0 ? 'first' : 'second'} /> : <path d="M0 7h14" className="line" />}
              </svg>
              {one.name}
            </li>
          ))}
        </ul>
      )}
      <Shape series={series} rows={rows} look={LOOK} language={locale} title={`figure-${number}`} summary={`summary-${number}`} />
      <p id={`summary-${number}`} className="small">
        {summary}
      </p>
    </figure>
  )
}

function Table({ table: { title, head, rows, note, wordy, name }, number, t, locale }: Told & { table: ReportTable; number: number }) {
  const format = new Intl.NumberFormat(locale)
  return (
    <>
      <section className={wordy ? 'scroll long' : 'scroll'} id={`table-${name}`} tabIndex={0} aria-label={title}>
        <table className={wordy ? 'wordy' : undefined}>
          <caption>{t('report:tableOf', { n: number, title })}</caption>
          <thead>
            <tr>
              {head.map((column, at) => (
                <th key={at} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, label, cells }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                {cells.map((cell, at) => (
                  <td key={at}>{typeof cell === 'number' ? format.format(cell) : (cell ?? t('report:unknown'))}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {note && <p className="small">{note}</p>}
    </>
  )
}

/** So many are printed; the file has all of them. */
const MOST_QUOTES = 40

function Quotes({ quotes, t }: Told & ReportQuotes) {
  return (
    <>
      {quotes.slice(0, MOST_QUOTES).map(({ text, locale, by }, at) => (
        <figure key={at} className="quote">
          <blockquote lang={htmlLang[locale]}>{text}</blockquote>
          <figcaption>{by}</figcaption>
        </figure>
      ))}
      {quotes.length > MOST_QUOTES && <p className="small">{t('report:voices.more', { n: quotes.length - MOST_QUOTES })}</p>}
    </>
  )
}
