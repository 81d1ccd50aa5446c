/** What the comparison says: tables for the terminal and for the page, ratios, the chart. */
import { cpus, totalmem } from 'node:os'
import { CLASSES, PEER_QUERIES } from '../peer-queries.ts'
import { drawChart } from '../chart.ts'
import { summary, type Outcome, type Summary } from './measuring.ts'

export interface SizeResult {
  technologies: number
  rowsMs: number
  outcomes: Outcome[]
}

export const CHART = 'tests/screenshots/search-latency.svg'

export const machine = (groonga: string | null) =>
  `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, ${process.platform}, Node ${process.versions.node}${groonga ? `, Groonga ${groonga}` : ''}`

const whole = (n: number) => Math.round(n).toLocaleString('en')
const ms = (n: number) => (n >= 100 ? whole(n) : n >= 10 ? n.toFixed(1) : n.toFixed(2))
const mb = (bytes: number | null) => (bytes === null ? '–' : (bytes / 1e6).toFixed(bytes < 1e8 ? 1 : 0))
const percent = (share: number) => `${(share * 100).toFixed(2)} %`

const of = (times: readonly number[][], keep: (at: number) => boolean = () => true): Summary => summary(times.flatMap((round) => round.filter((_, at) => keep(at))))
export const hitShare = ({ outcomes, technologies }: SizeResult): Summary => summary(outcomes[0]!.hits.map((hits) => hits / technologies))

/** Queries to which both give about as many hits: there nobody is ahead by finding less. */
const alike = (ours: Outcome, peer: Outcome) => PEER_QUERIES.map((_, at) => Math.max(ours.hits[at]!, peer.hits[at]!) <= 1.25 * Math.min(ours.hits[at]!, peer.hits[at]!))

type Row = Record<string, string | number>

function overview({ outcomes }: SizeResult): Row[] {
  return outcomes.flatMap((one) => {
    const { median, p95 } = of(one.times)
    const row: Row = {
      search: one.name,
      'index s': one.buildMs === null ? '–' : (one.buildMs / 1000).toFixed(1),
      'index MB': mb(one.indexBytes),
      'memory MB': whole(one.memoryMb),
      'median ms': ms(median),
      'p95 ms': ms(p95),
      'hits, median': whole(summary(one.hits).median),
      rounds: one.times.length,
      load: one.load.map((load) => load.toFixed(1)).join(' → '),
    }
    if (!one.own) return [row]
    const own = of(one.own)
    return [row, { ...row, search: `${one.name}, as it says itself`, 'median ms': ms(own.median), 'p95 ms': ms(own.p95) }]
  })
}

const byClass = ({ outcomes }: SizeResult): Row[] =>
  CLASSES.map((name) => {
    const keep = (at: number) => PEER_QUERIES[at]!.of === name
    return Object.fromEntries([['class', name], ...outcomes.map((one) => [one.name, `${ms(of(one.times, keep).median)} / ${ms(of(one.times, keep).p95)}`])]) as Row
  })

const byQuery = ({ outcomes }: SizeResult): Row[] =>
  PEER_QUERIES.map(({ query, of: name }, at) => Object.fromEntries([['query', query], ['class', name], ...outcomes.map((one) => [one.name, whole(one.hits[at]!)])]) as Row)

/** Each line says how many times longer, or shorter, another takes than we do. */
export function ratios({ outcomes }: SizeResult): string[] {
  const [ours, ...peers] = outcomes
  const base = of(ours!.times).median
  return peers.flatMap((peer) => {
    const same = alike(ours!, peer)
    const [mine, theirs] = [of(ours!.times, (at) => same[at]!).median, of(peer.times, (at) => same[at]!).median]
    const median = of(peer.times).median
    const lines = [`${peer.name}: ${(median / base).toFixed(2)} × our median; ${(theirs / mine).toFixed(2)} × over the ${same.filter(Boolean).length} queries with about as many hits`]
    if (peer.own) lines.push(`we take ${(base / median).toFixed(2)} × ${peer.name}'s median, ${(base / of(peer.own).median).toFixed(2)} × what it says itself`)
    return lines
  })
}

const sharesOf = (result: SizeResult) => `our hits, share of the rows: median ${percent(hitShare(result).median)}, p95 ${percent(hitShare(result).p95)}`

const markdown = (rows: readonly Row[]): string => {
  const names = Object.keys(rows[0]!)
  const lines = [names, names.map(() => '---'), ...rows.map((row) => names.map((name) => String(row[name])))]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

export const printed = (result: SizeResult): string =>
  [sharesOf(result), markdown(overview(result)), 'median / p95 ms by class', markdown(byClass(result)), 'hits', markdown(byQuery(result)), ...ratios(result)].join('\n\n')

export function chartOf(results: readonly SizeResult[]): string {
  const names = [...new Set(results.flatMap((result) => result.outcomes.map((one) => one.name)))]
  return drawChart({
    title: 'Search: latency against technologies',
    x: 'technologies',
    y: 'median of a search call',
    tickX: (value) => value.toLocaleString('en'),
    tickY: (value) => (value >= 1000 ? `${value / 1000} s` : `${value} ms`),
    lines: names.map((name) => ({
      name: name === 'ours on PostgreSQL' ? 'PostgreSQL' : name,
      points: results.flatMap(({ technologies, outcomes }) => outcomes.filter((one) => one.name === name).map((one) => ({ x: technologies, y: of(one.times).median }))),
    })),
  })
}

const METHOD = `\`npm run bench -- search\` generates the same invented catalogue for every size and asks the same ${PEER_QUERIES.length} queries
(\`peer-queries.ts\`) of each search in turn, one call at a time, each in a process of its own. The list is asked once
unmeasured, then up to seven times; \`LIKE\` once. All times are wall time of one call in that process.

- **ours**: \`searchTechnologies\`: total, counts for all four groups of filters, the first twenty with their cards. Finds words
  of the same concept and of the other language; the memory includes the shelf and the mapped database file.
- **Groonga**: the same texts, \`TokenBigram\` with \`NormalizerNFKC130\`, the same weights, total, counts per field, twenty ids;
  one process, asked through its standard input, its cache of answers off. Memory is that of this process.
- **FTS5 trigram**: the same texts, \`bm25\` with the same weights, count and twenty ids; \`LIKE\` on its columns for words of
  fewer than three characters. No counts per field.
- **MiniSearch**: our folded pairs of characters, all required, not necessarily in a row; index size is heap. No counts per field.
- **LIKE**: over \`listing_revisions.content\`, count and twenty ids. No ranking, no counts.
- **ours on PostgreSQL**: the same call on a server that was started for it (\`fsync=off\`, 512 MB of shared buffers), up to
  10,000 technologies, after a \`vacuum analyze\` of the index; the memory is that of our process alone.

The others do not know the terminology: they find only what is written as it was typed (MiniSearch also across kanji
variants), and so mostly rank fewer hits; the table of hits shows it, and each ratio is also given over the queries with
hits within a quarter of each other. *index s* is the time to make the index from rows that are there.
Compare the ratios, not the milliseconds: the machine did other work as well (*load*: average number of running processes
at the beginning and the end of each).`

export function page(results: readonly SizeResult[], told: string): string {
  const largest = results.at(-1)!
  return `# Search beside others

${METHOD}

Machine: ${told}.

![Latency against technologies](../../${CHART})

${results.map((result) => `## ${whole(result.technologies)} technologies\n\n${sharesOf(result)}.\n\n${markdown(overview(result))}\n\n${ratios(result).map((line) => `- ${line}`).join('\n')}`).join('\n\n')}

## By class, ${whole(largest.technologies)} technologies

Median / p95 in milliseconds.

${markdown(byClass(largest))}

<details><summary>Hits of each query</summary>

${markdown(byQuery(largest))}

</details>

## Again

\`\`\`
npm run bench -- search --write               # this page and the chart: about twenty minutes
npm run bench -- search --sizes 1000 --json   # figures alone
\`\`\`

Groonga and PostgreSQL take part where their programs are installed (Debian: \`groonga\`, \`postgresql\`). This page was written by the run.
`
}
