import { useTranslation } from 'react-i18next'
import { projectStatuses } from '#db/schema/projects.ts'
import { type Locale } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { BarChart, PanelChart } from '#app/ui/chart.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { named } from '../../../catalogue/naming.ts'
import type { Analysis } from '../analysis.server.ts'
import type { Rate } from '../analysis.ts'
import { columnLines, crossLines, rateLines, severalLines } from '../analysis-published.ts'
import { keepOneBack, type Cell } from '../small-cells.ts'
import { Figures } from './figures.tsx'
import styles from './surveys.module.css'

interface Shown {
  analysis: Analysis
  href: string
  ask: { rows: string; columns: string; q: string; published: boolean }
}

/** What a round says. With `published`, as it may leave the office: no small cell anywhere. */
export function AnalysisPage({ analysis, href, ask }: Shown) {
  const { t, i18n } = useTranslation(['surveys', 'projects'])
  const locale = i18n.language as Locale
  const { round, total, rates, years, fields, fieldNames, status, obstacles, wishes, outcomes, cross, found, coded } = analysis
  const one = (n: number): Cell => (ask.published ? keepOneBack(n) : n)
  const word = (list: 'status' | 'obstacles' | 'wishes' | 'outcomes' | 'amounts', key: string) => t(`lists.${list}.${key as 'none'}` as 'lists.obstacles.none')
  const RATE_COLUMNS = ['asked', 'answered', 'partly', 'refused', 'silent', 'percent'] as const
  const rateTable = (name: string, lines: Rate[], label: (key: string) => string, published = ask.published) => {
    const shown = rateLines(lines, published).map((line) => ({ label: label(line.key), line }))
    return (
      <>
        <BarChart
          title={t('analysis.rateTitle', { by: name })}
          head={name}
          series={[{ name: t('analysis.percent'), kind: 'bar' }]}
          rows={shown.map(({ label, line }) => ({ label: line.answered === null || line.asked === null ? label : t('analysis.rateLabel', { label, asked: line.asked, answered: line.answered }), values: [line.percent] }))}
          summary={t('analysis.rateSummary', { asked: total.asked, answered: total.answered, percent: total.percent ?? '―' })}
        />
        <Figures caption={name} head={[name, ...RATE_COLUMNS.map((column) => t(`analysis.${column}`))]} rows={shown.map(({ label, line }) => ({ label, cells: RATE_COLUMNS.map((column) => line[column]) }))} />
      </>
    )
  }
  const coding = (list: 'obstacles' | 'wishes', table: typeof obstacles) => {
    const own = table.year.map(({ key, cells }) => ({ key, n: cells[years.indexOf(String(round.year))] ?? 0 })).sort((a, b) => b.n - a.n)
    const byYear = severalLines(table.year, ask.published)
    const byField = severalLines(table.field, ask.published)
    return (
      <section>
        <h2>{t(`analysis.${list}`)}</h2>
        {own.length > 0 && (
          <BarChart
            title={`${t(`analysis.${list}`)}（${round.year}）`}
            head={t('analysis.head')}
            series={[{ name: t('analysis.projects'), kind: 'bar' }]}
            rows={own.map(({ key, n }) => ({ label: word(list, key), values: [one(n)] }))}
            summary={t('analysis.countSummary', { most: word(list, own[0]!.key), n: one(own[0]!.n) ?? '―' })}
          />
        )}
        <Figures caption={t('analysis.overYears')} head={[t('analysis.head'), ...years]} rows={table.year.map(({ key }, at) => ({ label: word(list, key), cells: byYear[at]! }))} />
        <Figures caption={t('analysis.overFields')} head={[t('analysis.head'), ...fields.map((id) => fieldNames[id]?.[locale] ?? id)]} rows={table.field.map(({ key }, at) => ({ label: word(list, key), cells: byField[at]! }))} />
      </section>
    )
  }
  const crossed = cross && crossLines(cross.cells, cross.a.kind === 'several' || cross.b.kind === 'several', ask.published)
  const inOrder = [...status].sort((a, b) => projectStatuses.indexOf(a.key as 'signed') - projectStatuses.indexOf(b.key as 'signed'))
  const statusCells = columnLines(inOrder, ask.published)
  const statusRows = inOrder.map(({ key }, at) => ({ label: t(`projects:statuses.${key as 'signed'}`), cells: statusCells[at]! }))
  return (
    <DeskPage title={t('analysis.title', { name: round.name[locale] })} actions={<a href={href.replace(/\/analysis$/, '')}>{t('desk.backRound')}</a>}>
      <p>
        <a href={ask.published ? href : `${href}?published=1`}>{t(ask.published ? 'analysis.full' : 'analysis.published')}</a>
      </p>
      {ask.published && <p className={styles.small}>{t('analysis.suppressed')}</p>}
      <h2>{t('analysis.rates')}</h2>
      <p>{t('analysis.ratesSummary', { asked: total.asked, answered: total.answered, percent: total.percent ?? '―', phone: analysis.byPhone })}</p>
      <div className={styles.charts}>
        <div>{rateTable(t('analysis.byKind'), rates.kind, (key) => { const [side, kind] = key.split('.'); return `${t(`projects:sides.${side as 'japan'}`)} ${t(`projects:party.kinds.${kind as 'company'}`)}` })}</div>
        <div>{rateTable(t('analysis.byForum'), rates.forum, (key) => (Number(key) ? t('analysis.forum', { n: Number(key) }) : t('analysis.noForum')))}</div>
        <div>{rateTable(t('analysis.byYear'), rates.year, (key) => key, false)}</div>
      </div>
      <p className={styles.small}>{t('analysis.ratesNote')}</p>
      <h2>{t('analysis.status')}</h2>
      {statusRows.length > 0 && (
        <PanelChart title={t('analysis.status')} head={t('analysis.head')} series={years.map((name) => ({ name, kind: 'bar' }))} rows={statusRows.map(({ label, cells }) => ({ label, values: cells }))} summary={t('analysis.statusSummary')} />
      )}
      {coding('obstacles', obstacles)}
      {coding('wishes', wishes)}
      <h2>{t('analysis.outcomes')}</h2>
      <div className={styles.charts}>
        {(['kinds', 'amounts'] as const).map((what) => (
          <Figures key={what} caption={t(what === 'kinds' ? 'analysis.outcomeKinds' : 'analysis.amounts')} head={[t('analysis.head'), t('analysis.projects')]} rows={outcomes[what].map(({ key, n }) => ({ label: word(what === 'kinds' ? 'outcomes' : 'amounts', key), cells: [one(n)] }))} />
        ))}
      </div>
      <Figures
        caption={t('analysis.saved')}
        head={[t('analysis.head'), t('analysis.claimed'), t('analysis.projects'), t('analysis.verified'), t('analysis.projects')]}
        rows={(['energy', 'co2'] as const).map((what) => ({ label: t(`analysis.${what}`), cells: (['claimed', 'verified'] as const).flatMap((basis) => { const { sum, projects } = outcomes.saved[what][basis]; return one(projects) === null ? [null, null] : [new Intl.NumberFormat(locale).format(sum), projects] }) }))}
      />
      <p className={styles.small}>{t('analysis.savedNote')}</p>
      <h2>{t('analysis.cross')}</h2>
      <form method="get" action={href} className={styles.query}>
        <Select name="rows" label={t('analysis.rows')} defaultValue={ask.rows} empty="" options={coded.map(({ code, text }) => ({ value: code, label: text[locale] }))} />
        <Select name="columns" label={t('analysis.columns')} defaultValue={ask.columns} empty="" options={coded.map(({ code, text }) => ({ value: code, label: text[locale] }))} />
        {ask.published && <input type="hidden" name="published" value="1" />}
        <Button>{t('analysis.crossSend')}</Button>
      </form>
      {cross && <Figures caption={`${cross.a.text[locale]} × ${cross.b.text[locale]}`} head={[t('analysis.head'), ...cross.columns.map((column) => column[locale])]} rows={cross.rows.map((row, at) => ({ label: row[locale], cells: crossed![at]! }))} />}
      {!ask.published && (
        <>
          <h2>{t('analysis.words')}</h2>
          <form method="get" action={href} className={styles.query}>
            <TextField name="q" type="search" label={t('analysis.search')} defaultValue={ask.q} />
            <Button>{t('analysis.search')}</Button>
          </form>
          {found && <p role="status">{found.length > 0 ? t('analysis.found', { n: found.length }) : t('analysis.nothing')}</p>}
          {found?.map((hit) => (
            <figure key={hit.id} className={styles.found}>
              <figcaption className={styles.small}>{[hit.party && named(hit.party, locale).text, named(hit.title, locale).text, hit.kind === 'interview' && t('analysis.interview')].filter(Boolean).join(' · ')}</figcaption>
              {hit.text}
            </figure>
          ))}
        </>
      )}
    </DeskPage>
  )
}
