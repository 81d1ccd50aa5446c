import { useTranslation } from 'react-i18next'
import { type Locale } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { BarChart } from '#app/ui/chart.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { named } from '../../../catalogue/naming.ts'
import type { Analysis } from '../analysis.server.ts'
import type { Rate } from '../analysis.ts'
import { keepSmallBackInTable, SMALLEST, type Cell } from '../tallies.ts'
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
  const shown = (rows: readonly { cells: number[] }[], addUp: boolean): Cell[][] => (ask.published ? keepSmallBackInTable(rows.map(({ cells }) => cells), addUp) : rows.map(({ cells }) => cells))
  const one = (n: number): Cell => (ask.published && n > 0 && n < SMALLEST ? null : n)
  const word = (list: 'status' | 'obstacles' | 'wishes' | 'outcomes' | 'amounts', key: string) => t(`lists.${list}.${key as 'none'}` as 'lists.obstacles.none')
  const rateRows = (lines: Rate[], label: (key: string) => string) => lines.map((line) => ({ label: label(line.key), cells: [line.asked, one(line.answered), one(line.partly), one(line.refused), ask.published && line.answered < SMALLEST && line.answered > 0 ? null : line.percent] }))
  const rateHead = (name: string) => [name, t('analysis.asked'), t('analysis.answered'), t('analysis.partly'), t('analysis.refused'), t('analysis.percent')]
  const coding = (list: 'obstacles' | 'wishes', table: typeof obstacles) => {
    const own = table.year.map(({ key, cells }) => ({ key, n: cells[years.indexOf(String(round.year))] ?? 0 })).sort((a, b) => b.n - a.n)
    const byYear = shown(table.year, false)
    const byField = shown(table.field, false)
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
  const crossed = cross && (ask.published ? keepSmallBackInTable(cross.cells, cross.a.kind !== 'several' && cross.b.kind !== 'several') : cross.cells)
  const statusCells = shown(status, true)
  return (
    <DeskPage title={t('analysis.title', { name: round.name[locale] })} actions={<a href={href.replace(/\/analysis$/, '')}>{t('desk.backRound')}</a>}>
      <p>
        <a href={ask.published ? href : `${href}?published=1`}>{t(ask.published ? 'analysis.full' : 'analysis.published')}</a>
      </p>
      {ask.published && <p className={styles.small}>{t('analysis.suppressed')}</p>}
      <h2>{t('analysis.rates')}</h2>
      <p>{t('analysis.ratesSummary', { asked: total.asked, answered: total.answered, percent: total.percent ?? '―', phone: analysis.byPhone })}</p>
      <Figures caption={t('analysis.byKind')} head={rateHead(t('analysis.byKind'))} rows={rateRows(rates.kind, (key) => { const [side, kind] = key.split('.'); return `${t(`projects:sides.${side as 'japan'}`)} ${t(`projects:party.kinds.${kind as 'company'}`)}` })} />
      <Figures caption={t('analysis.byForum')} head={rateHead(t('analysis.byForum'))} rows={rateRows(rates.forum, (key) => (Number(key) ? t('analysis.forum', { n: Number(key) }) : t('analysis.noForum')))} />
      <Figures caption={t('analysis.byYear')} head={rateHead(t('analysis.byYear'))} rows={rateRows(rates.year, (key) => key)} />
      <p className={styles.small}>{t('analysis.ratesNote')}</p>
      <h2>{t('analysis.status')}</h2>
      <p>{t('analysis.statusSummary')}</p>
      <Figures caption={t('analysis.overYears')} head={[t('analysis.head'), ...years]} rows={status.map(({ key }, at) => ({ label: word('status', key), cells: statusCells[at]! }))} />
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
