import { responseStates } from '#db/schema/surveys.ts'
import { today } from '#app/platform/clock.ts'
import { formatDate } from '#app/platform/locale.ts'
import { rateLines } from '../../../projects/surveys/analysis-published.ts'
import type { Rate } from '../../../projects/surveys/analysis.ts'
import type { ReportSection, ReportTable } from '../document.ts'
import type { FollowUp } from '../follow-up.server.ts'
import { drawingOf, tableOf, type Voice } from '../wording.ts'

const COLUMNS = ['asked', 'answered', 'partly', 'refused', 'silent', 'percent'] as const

/** How was asked, and who answered. How the round went as a whole is told exactly; its groups without small cells. */
export function methodSection(facts: FollowUp, voice: Voice): ReportSection {
  const { t, locale } = voice
  const { analysis, round, questionnaire, version, sections } = facts
  const days = { opened: round.openedAt ? formatDate(today(round.openedAt), locale) : t('report:unknown'), closes: formatDate(round.closesOn, locale) }
  const times = round.remindOn.length
  const states = tableOf('response', t('report:method.states'), [t('report:method.stateHead'), t('report:method.stateCount')], [...analysis.states].sort((a, b) => responseStates.indexOf(a.key as 'sent') - responseStates.indexOf(b.key as 'sent')).map(({ key, n }) => ({ key, label: t(`surveys:states.${key as 'sent'}`), cells: [n] })))
  const rates = (by: 'kind' | 'forum', label: (key: string) => string): ReportSection['parts'] => {
    const table = rateTable(by, analysis.rates[by], label, true, voice)
    const labelled = ({ label: name, cells }: ReportTable['rows'][number]) => (cells[5] === null ? name : t('report:method.rateLabel', { label: name, asked: cells[0] ?? '', answered: cells[1] ?? '' }))
    const drawing = { ...drawingOf('bars', table, [{ at: 5, kind: 'bar' }], t('report:method.rateSummary', { percent: analysis.total.percent ?? t('report:unknown') }), labelled), title: t('report:method.rates', { by: t(`report:method.${by}`) }) }
    return table.rows.length > 0 ? [drawing, table] : []
  }
  const years = rateTable('year', analysis.rates.year, (key) => key, false, voice)
  const overYears = { ...drawingOf('columns', years, [{ at: 0, kind: 'bar' }, { at: 1, kind: 'bar' }, { at: 5, kind: 'line' }], t('report:method.yearSummary')), title: t('report:method.rates', { by: t('report:method.year') }) }
  return {
    key: 'method',
    title: t('report:method.title'),
    text: [
      t('report:method.form', { name: questionnaire[locale], version, questions: sections.reduce((sum, { questions }) => sum + questions.length, 0) }) + (times > 0 ? t('report:method.days', { ...days, times }) : t('report:method.daysOnce', days)),
      ruleText(facts, voice) + (analysis.byPhone > 0 ? t('report:method.phone', { n: analysis.byPhone }) : ''),
      t('report:method.note'),
    ],
    parts: [
      states,
      ...rates('kind', (key) => { const [side, kind] = key.split('.'); return `${t(`projects:sides.${side as 'japan'}`)} ${t(`projects:party.kinds.${kind as 'company'}`)}` }),
      ...rates('forum', (key) => (Number(key) ? t('surveys:analysis.forum', { n: Number(key) }) : t('surveys:analysis.noForum'))),
      ...(years.rows.length > 0 ? [overYears, years] : []),
    ],
  }
}

function rateTable(by: 'kind' | 'forum' | 'year', rates: Rate[], label: (key: string) => string, published: boolean, { t }: Voice): ReportTable {
  const name = t(`report:method.${by}`)
  const rows = rateLines(rates, published).map((line) => ({ key: line.key, label: label(line.key), cells: COLUMNS.map((column) => line[column]) }))
  return tableOf(`rates-${by}`, t('report:method.ratesTable', { by: name }), [name, ...COLUMNS.map((column) => t(`surveys:analysis.${column}`))], rows)
}

/** The rule by which the projects were chosen, in words. */
function ruleText({ round: { rule }, analysis: { fieldNames } }: FollowUp, { t, locale }: Voice): string {
  const [from, to] = [rule.forumFrom, rule.forumTo]
  const join = (names: string[]) => names.join('、')
  const parts = [
    from && to ? t('report:method.parts.forums', { from, to }) : from ? t('report:method.parts.forumsFrom', { from }) : to ? t('report:method.parts.forumsTo', { to }) : '',
    rule.statuses.length > 0 ? t('report:method.parts.statuses', { names: join(rule.statuses.map((status) => t(`projects:statuses.${status}`))) }) : '',
    rule.fields.length > 0 ? t('report:method.parts.fields', { names: join(rule.fields.map((id) => fieldNames[id]?.[locale] ?? id)) }) : '',
    rule.promising ? t('report:method.parts.promising') : '',
    rule.picked.length > 0 ? t('report:method.parts.picked') : '',
  ].filter(Boolean)
  return parts.length > 0 ? t('report:method.rule', { parts: parts.join(locale === 'ja' ? '、' : '；') }) : t('report:method.ruleAll')
}
