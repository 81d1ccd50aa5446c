import { keepBack } from '../../../projects/surveys/small-cells.ts'
import { steps, type Line } from '../../brokering-numbers.ts'
import { monthsOf, type DataBank } from '../data-bank.server.ts'
import type { ReportSection } from '../document.ts'
import type { Span } from '../span.ts'
import { drawingOf, tableOf, type Voice } from '../wording.ts'

const shortMonth = (key: string) => key.slice(2).replace('-', '/')
const DAY = 86_400_000

/** Registrations: what is listed, and what was new in each month and field. */
export function listingSection({ listed, tree }: DataBank, span: Span, { t, locale }: Voice): ReportSection {
  const firstOfFirm = new Map<string, string>()
  for (const { companyId, on } of listed) if (on < (firstOfFirm.get(companyId) ?? '9999')) firstOfFirm.set(companyId, on)
  const isNew = (on: string) => on >= span.from
  const months = tableOf(
    'listings-months',
    t('report:listing.months'),
    [t('report:listing.month'), t('report:listing.technologies'), t('report:listing.firms')],
    monthsOf(span).map((key) => ({ key, label: key, cells: [listed.filter(({ on }) => isNew(on) && on.startsWith(key)).length, [...firstOfFirm.values()].filter((on) => isNew(on) && on.startsWith(key)).length] })),
  )
  const parentOf = new Map(tree.map(({ id, parentId }) => [id, parentId ?? id]))
  const tops = listed.map(({ on, fields }) => ({ on, tops: new Set(fields.map((id) => parentOf.get(id) ?? id)) }))
  const fields = tree.filter(({ parentId }) => parentId === null).map((field) => {
    const own = tops.filter(({ tops: those }) => those.has(field.id))
    return { key: field.id, label: field[locale], cells: [own.length, own.filter(({ on }) => isNew(on)).length] }
  })
  const text = t('report:listing.text', { technologies: listed.length, firms: firstOfFirm.size, new: listed.filter(({ on }) => isNew(on)).length })
  return {
    key: 'listing',
    title: t('report:listing.title'),
    text: [text],
    parts: [
      drawingOf('columns', months, [{ at: 0, kind: 'bar' }, { at: 1, kind: 'bar' }], t('report:listing.monthsSummary'), ({ key }) => shortMonth(key)),
      months,
      tableOf('listings-fields', t('report:listing.fields'), [t('report:listing.field'), t('report:listing.listed'), t('report:listing.new')], fields, t('report:listing.fieldsNote')),
    ],
  }
}

const KINDS = ['view', 'appearance', 'scan'] as const
const LANGUAGES = ['ja', 'zh'] as const
const DEVICES = ['wechat', 'phone', 'tablet', 'desktop'] as const

/** Views and appearances by month, language and device. */
export function visitsSection({ counts }: DataBank, span: Span, { t, locale }: Voice): ReportSection {
  const sum = (wanted: Partial<DataBank['counts'][number]>) =>
    counts.reduce((all, row) => (Object.entries(wanted).every(([name, value]) => row[name as 'kind'] === value) ? all + row.n : all), 0)
  const views = sum({ kind: 'view' })
  const title = t('report:visits.title')
  if (counts.length === 0) return { key: 'visits', title, text: [t('report:visits.none')], parts: [] }
  const share = (n: number) => (views === 0 ? null : Math.round((1000 * n) / views) / 10)
  const kindHead = KINDS.map((kind) => t(`report:visits.${kind}`))
  const months = tableOf('visits-months', t('report:visits.months'), [t('report:visits.month'), ...kindHead], monthsOf(span).map((key) => ({ key, label: key, cells: KINDS.map((kind) => sum({ kind, month: key })) })))
  const by = <K extends string>(name: string, what: 'language' | 'device', keys: readonly K[], label: (key: K) => string) =>
    tableOf(name, t(`report:visits.${what}s`), [t(`report:visits.${what}`), ...kindHead, t('report:visits.share')], keys.map((key) => ({ key, label: label(key), cells: [...KINDS.map((kind) => sum({ kind, [what]: key })), share(sum({ kind: 'view', [what]: key }))] })))
  const devices = by('visits-devices', 'device', DEVICES, (key) => t(`report:visits.deviceNames.${key}`))
  const cross = tableOf('visits-languages-devices', t('report:visits.cross'), [t('report:visits.device'), ...LANGUAGES.map((key) => t(`report:visits.languageNames.${key}`))], DEVICES.map((device) => ({ key: device, label: t(`report:visits.deviceNames.${device}`), cells: LANGUAGES.map((language) => sum({ kind: 'view', language, device })) })))
  const days = (Date.parse(span.until) - Date.parse(span.from)) / DAY + 1
  const number = new Intl.NumberFormat(locale)
  return {
    key: 'visits',
    title,
    text: [t('report:visits.text', { views: number.format(views), daily: number.format(Math.round((100 * views) / days) / 100), appearances: number.format(sum({ kind: 'appearance' })) })],
    parts: [
      drawingOf('columns', months, [{ at: 0, kind: 'bar' }], t('report:visits.monthsSummary'), ({ key }) => shortMonth(key)),
      months,
      by('visits-languages', 'language', LANGUAGES, (key) => t(`report:visits.languageNames.${key}`)),
      devices,
      drawingOf('bars', cross, LANGUAGES.map((_, at) => ({ at, kind: 'bar' })), t('report:visits.monthsSummary')),
      cross,
    ],
  }
}

/** Inquiries and what became of them. The office's own sums are told as they are, their parts without small cells. */
export function casesSection({ numbers }: DataBank, span: Span, { t }: Voice): ReportSection {
  const { funnel, total, endings, kinds, ways } = numbers
  const title = t('report:cases.title')
  if (total === 0) return { key: 'cases', title, text: [t('report:cases.none')], parts: [] }
  const count = t('report:cases.count')
  const way = tableOf('cases-steps', t('report:cases.steps'), [t('report:cases.step'), count], steps.map((key) => ({ key, label: t(`report:cases.stepNames.${key}`), cells: [funnel[key]] })))
  const ended = endings.map(({ key, n }) => ({ key, label: t(`numbers:endings.${key as 'agreed'}`), cells: [n] }))
  const open = { key: 'open', label: t('report:cases.open'), cells: [total - endings.reduce((sum, { n }) => sum + n, 0)] }
  const columns = ['received', 'forwarded', 'introduced', 'agreed'] as const
  const byWay = keepBack(ways.map((line: Line) => columns.map((column) => line[column])), { rows: 'free', columns: 'known' }).cells
  const byKind = keepBack(kinds.map(({ n }) => [n]), { rows: 'free', columns: 'known' }).cells
  const month = new Map(numbers.months.map(({ key, received, introduced }) => [key, [received, introduced]]))
  const months = tableOf('cases-months', t('report:cases.months'), [t('report:cases.month'), count, t('report:cases.stepNames.introduced')], monthsOf(span).map((key) => ({ key, label: key, cells: month.get(key) ?? [0, 0] })))
  return {
    key: 'cases',
    title,
    text: [t('report:cases.text', { received: total, forwarded: funnel.forwarded, introduced: funnel.introduced, agreed: funnel.agreed }), t('report:cases.note')],
    parts: [
      drawingOf('bars', way, [{ at: 0, kind: 'bar' }], t('report:cases.stepsSummary')),
      way,
      tableOf('cases-endings', t('report:cases.endings'), [t('report:cases.ending'), count], [...ended, open]),
      tableOf('cases-ways', t('report:cases.ways'), [t('report:cases.way'), ...columns.map((column) => t(`report:cases.stepNames.${column}`))], ways.map(({ key }, at) => ({ key, label: t(`report:cases.wayNames.${key as 'site'}`), cells: byWay[at]! }))),
      tableOf('cases-kinds', t('report:cases.kinds'), [t('report:cases.kind'), count], kinds.map(({ key }, at) => ({ key, label: t(`report:cases.kindNames.${key as 'need'}`), cells: byKind[at]! }))),
      drawingOf('columns', months, [{ at: 0, kind: 'bar' }, { at: 1, kind: 'bar' }], t('report:cases.monthsSummary'), ({ key }) => shortMonth(key)),
      months,
    ],
  }
}
