import { projectStatuses } from '#db/schema/projects.ts'
import { columnLines, severalLines } from '../../../projects/surveys/analysis-published.ts'
import { isSmall, keepOneBack } from '../../../projects/surveys/small-cells.ts'
import type { ReportSection } from '../document.ts'
import type { FollowUp } from '../follow-up.server.ts'
import { drawingOf, leading, tableOf, type Voice } from '../wording.ts'

/** How the projects stood in each year, as their parties said. */
export function statusSection({ analysis: { status, years }, round }: FollowUp, { t }: Voice): ReportSection {
  const inOrder = [...status].sort((a, b) => projectStatuses.indexOf(a.key as 'signed') - projectStatuses.indexOf(b.key as 'signed'))
  const cells = columnLines(inOrder, true)
  const rows = inOrder.map(({ key }, at) => ({ key, label: t(`projects:statuses.${key as 'signed'}`), cells: cells[at]! }))
  const table = tableOf('status', t('report:status.years'), [t('report:status.head'), ...years], rows)
  const most = leading(rows, years.indexOf(String(round.year)))?.label ?? t('report:unknown')
  const drawing = drawingOf('panels', table, years.map((_, at) => ({ at, kind: 'bar' })), t('report:status.summary', { year: round.year, most }))
  return { key: 'status', title: t('report:status.title'), text: [t('report:status.text')], parts: rows.length > 0 ? [drawing, table] : [] }
}

/** What was coded of answers and talks, of this year most of all, and over years and fields. */
export function codedRows({ analysis, talks, round }: FollowUp, list: 'obstacles' | 'wishes', { t }: Voice) {
  const at = analysis.years.indexOf(String(round.year))
  const told = new Map<string, number>()
  for (const talk of talks) for (const code of new Set<string>(talk[list])) told.set(code, (told.get(code) ?? 0) + 1)
  const said = new Map(analysis[list].year.map(({ key, cells }) => [key, cells[at] ?? 0]))
  return [...new Set([...said.keys(), ...told.keys()])]
    .map((key) => ({ key, n: said.get(key) ?? 0, talks: told.get(key) ?? 0 }))
    .filter(({ n, talks: heard }) => n + heard > 0)
    .sort((a, b) => b.n - a.n || b.talks - a.talks || (a.key < b.key ? -1 : 1))
    .map(({ key, n, talks: heard }) => ({ key, label: t(`surveys:lists.${list}.${key as 'none'}` as 'surveys:lists.obstacles.none'), cells: [keepOneBack(n), keepOneBack(heard)] }))
}

export function codedSection(facts: FollowUp, list: 'obstacles' | 'wishes', voice: Voice): ReportSection {
  const { t, locale } = voice
  const { analysis, round } = facts
  const say = { year: round.year }
  const rows = codedRows(facts, list, voice)
  const word = (key: string) => t(`surveys:lists.${list}.${key as 'none'}` as 'surveys:lists.obstacles.none')
  const own = tableOf(list, t(`report:${list}.own`, say), [t('report:coded.head'), t('report:coded.projects'), t('report:coded.talks')], rows)
  const most = leading(rows, 0)?.label
  const over = (name: string, title: string, head: string[], lines: { key: string; cells: number[] }[]) => {
    const cells = severalLines(lines, true)
    return tableOf(name, title, [t('report:coded.head'), ...head], lines.map(({ key }, at) => ({ key, label: word(key), cells: cells[at]! })))
  }
  const drawing = drawingOf('bars', own, [{ at: 0, kind: 'bar' }], most ? t('report:coded.summary', { most }) : t('report:coded.projects'))
  return {
    key: list,
    title: t(`report:${list}.title`),
    text: [t(`report:${list}.text`), ...(rows.length === 0 ? [t('report:coded.none')] : [])],
    parts: rows.length === 0 ? [] : [
      drawing,
      own,
      over(`${list}-years`, t(`report:${list}.years`), analysis.years, analysis[list].year),
      ...(analysis[list].field.length > 0 ? [over(`${list}-fields`, t(`report:${list}.fields`, say), analysis.fields.map((id) => analysis.fieldNames[id]?.[locale] ?? id), analysis[list].field)] : []),
    ],
  }
}

/** What came of it: kinds, amounts, savings as claimed and as verified. */
export function outcomesSection({ analysis: { outcomes } }: FollowUp, { t, locale }: Voice): ReportSection {
  const counted = (['kinds', 'amounts', 'impacts'] as const).flatMap((what) => {
    const list = what === 'kinds' ? 'outcomes' : what
    const rows = outcomes[what].map(({ key, n }) => ({ key, label: t(`surveys:lists.${list}.${key as 'none'}` as 'surveys:lists.impacts.none'), cells: [keepOneBack(n)] }))
    return rows.length === 0 ? [] : [tableOf(`outcome-${what}`, t(`report:outcomes.${what}`), [t('report:outcomes.head'), t('report:outcomes.projects')], rows)]
  })
  const saved = (['energy', 'co2'] as const).map((what) => ({
    key: what,
    label: t(`report:outcomes.${what}`),
    cells: (['claimed', 'verified'] as const).flatMap((basis) => {
      const { sum, projects } = outcomes.saved[what][basis]
      return isSmall(projects) ? [null, null] : [Math.round(sum), projects]
    }),
  }))
  const head = [t('report:outcomes.head'), t('report:outcomes.claimed'), t('report:outcomes.claimedProjects'), t('report:outcomes.verified'), t('report:outcomes.verifiedProjects')]
  const first = counted[0]
  const most = first && leading(first.rows, 0)?.label
  const drawn = first && most ? [drawingOf('bars', first, [{ at: 0, kind: 'bar' as const }], t('report:coded.summary', { most }))] : []
  return {
    key: 'outcomes',
    title: t('report:outcomes.title'),
    text: [t('report:outcomes.text')],
    parts: [...drawn, ...counted, tableOf('savings', t('report:outcomes.saved'), head, saved, t('report:outcomes.savedNote', { locale }))],
  }
}

/** Sentences from talks and answers that may be printed, in the language they were said in. */
export function voicesSection({ talks, written }: FollowUp, { t, locale }: Voice): ReportSection {
  const said = [...talks.flatMap(({ quotes, side, kind }) => quotes.map((quote) => ({ ...quote, side, kind }))), ...written]
  const quotes = said.map(({ text, locale: language, side, kind }) => {
    const by = side && kind ? t('report:voices.by', { side: t(`projects:sides.${side}`), kind: t(`projects:party.kinds.${kind}`) }) : t('report:voices.someone')
    return { text, locale: language, by: t(language === locale ? 'report:voices.own' : 'report:voices.translated', { by }) }
  })
  // The same words from the same kind of party say nothing more the second time.
  const once = [...new Map(quotes.map((quote) => [`${quote.by}\n${quote.text}`, quote])).values()]
  return { key: 'voices', title: t('report:voices.title'), text: [t(once.length > 0 ? 'report:voices.text' : 'report:voices.none')], parts: once.length > 0 ? [{ kind: 'quotes', quotes: once }] : [] }
}
