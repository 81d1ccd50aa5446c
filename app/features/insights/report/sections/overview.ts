import { named } from '../../../catalogue/naming.ts'
import type { ReportSection } from '../document.ts'
import type { FollowUp } from '../follow-up.server.ts'
import { drawingOf, leading, tableOf, type Voice } from '../wording.ts'
import { codedRows } from './findings.ts'

/** What the survey was, in figures and sentences, and what all forums have brought forth. */
export function overviewSection(facts: FollowUp, voice: Voice): ReportSection {
  const { t, locale } = voice
  const { analysis: { total }, projects, talks, written, forums, registered } = facts
  const published = forums.findLast(({ cumulative }) => cumulative !== null)
  const [obstacle, wish] = (['obstacles', 'wishes'] as const).map((list) => leading(codedRows(facts, list, voice).filter(({ key }) => key !== 'none'), 0)?.label)
  const figures = [
    ['cumulative', published?.cumulative ?? null], ['registered', registered], ['projects', projects.length], ['parties', total.asked], ['answered', total.answered], ['partly', total.partly],
    ['percent', total.percent], ['talks', talks.length], ['quotes', talks.reduce((sum, { quotes }) => sum + quotes.length, written.length)],
  ] as const
  const sources = forums.filter(({ source }) => source).map(({ round, source }) => t('report:overview.source', { round, source: named(source!, locale).text }))
  const all = tableOf(
    'forums',
    t('report:overview.forums'),
    [t('report:overview.round'), t('report:overview.announcedColumn'), t('report:overview.registeredColumn'), t('report:overview.cumulativeColumn')],
    forums.map((forum) => ({ key: String(forum.round), label: String(forum.round), cells: [forum.announced, forum.registered, forum.cumulative] })),
    sources.length > 0 ? t('report:overview.forumsNote', { sources: sources.join(locale === 'ja' ? '、' : '；') }) : undefined,
  )
  return {
    key: 'overview',
    title: t('report:overview.title'),
    text: [
      [
        published ? t('report:overview.announced', { round: published.round, total: published.cumulative }) : '',
        t('report:overview.asked', { projects: projects.length, asked: total.asked, answered: total.answered, percent: total.percent ?? t('report:unknown') }),
        talks.length > 0 ? t('report:overview.talks', { talks: talks.length }) : t('report:overview.noTalks'),
      ].join(''),
      ...(obstacle && wish ? [t('report:overview.leading', { obstacle, wish })] : []),
    ],
    parts: [
      tableOf('overview', t('report:overview.figures'), [t('report:overview.head'), t('report:overview.value')], figures.map(([key, n]) => ({ key, label: t(`report:overview.keys.${key}`), cells: [n] }))),
      drawingOf('columns', all, [{ at: 0, kind: 'bar' }, { at: 1, kind: 'bar' }, { at: 2, kind: 'line' }], t('report:overview.forumsSummary')),
      all,
    ],
  }
}

/** Every project the round asked about, with its titles and parties as announced. */
export function projectsSection({ projects, analysis: { fieldNames } }: FollowUp, { t, locale }: Voice): ReportSection {
  const sideOf = (parties: FollowUp['projects'][number]['parties'], side: 'japan' | 'china') => parties.filter((party) => party.side === side).map(({ name }) => named(name, locale).text).join('、')
  const rows = projects.map(({ slug, forum, number, title, parties, fields, status, lastConfirmedOn }) => ({
    key: slug,
    label: forum === null ? slug : number === null ? t('report:projects.unnumbered', { round: forum }) : t('report:projects.numbered', { round: forum, n: number }),
    cells: [named(title, locale).text, sideOf(parties, 'japan'), sideOf(parties, 'china'), fields.map((id) => fieldNames[id]?.[locale] ?? id).join('、'), t(`projects:statuses.${status}`), lastConfirmedOn],
  }))
  const head = (['number', 'name', 'japan', 'china', 'fields', 'status', 'confirmed'] as const).map((column) => t(`report:projects.${column}`))
  return { key: 'projects', title: t('report:projects.title'), text: [t('report:projects.text')], parts: [{ ...tableOf('projects', t('report:projects.title'), head, rows), wordy: true }] }
}
