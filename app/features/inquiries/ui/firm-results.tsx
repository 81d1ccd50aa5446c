import { useTranslation } from 'react-i18next'
import type { FirmListing, FirmNumbers, Seen, SeenKind } from '#app/features/catalogue/firm-listings.server.ts'
import { named } from '#app/features/catalogue/naming.ts'
import { formatDate, type Locale } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { MonthBars } from '#app/ui/month-bars.tsx'
import type { ByLabel } from '../firm-results.server.ts'
import { labels } from '../stages.ts'
import { Written } from '#app/ui/written.tsx'
import styles from './firm-results.module.css'

const grouped = (n: number) => n.toLocaleString('en')
const kinds = ['view', 'appearance'] as const satisfies readonly SeenKind[]

/** What came of all technologies of a firm: seen, shown in lists, asked about. */
export function FirmTotals({ numbers, inquiries }: { numbers: FirmNumbers; inquiries: ByLabel }) {
  const { t } = useTranslation('tables')
  return (
    <section className={styles.totals}>
      {kinds.map((kind) => (
        <SeenBox key={kind} kind={kind} seen={numbers.total[kind]} />
      ))}
      <div className={styles.box}>
        <h2>{t('results.inquiries')}</h2>
        <dl className={styles.labels}>
          {labels.map((label) => (
            <div key={label} className={inquiries[label] > 0 ? styles.some : undefined}>
              <dt>{t(`results.label.${label}`)}</dt>
              <dd>{inquiries[label]}</dd>
            </div>
          ))}
        </dl>
        <p className={styles.hint}>{t('results.masked')}</p>
      </div>
      <details className={styles.months}>
        <summary>{t('results.byMonth')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('results.month')}</th>
              {kinds.map((kind) => (
                <th key={kind} scope="col" className={styles.number}>
                  {t(`results.${kind}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {numbers.months.map((month, at) => (
              <tr key={month}>
                <th scope="row">{t('results.monthName', { year: month.slice(0, 4), month: Number(month.slice(5)) })}</th>
                {kinds.map((kind) => (
                  <td key={kind} className={styles.number}>
                    {grouped(numbers.total[kind].months[at] ?? 0)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}

function SeenBox({ kind, seen }: { kind: SeenKind; seen: Seen }) {
  const { t } = useTranslation('tables')
  return (
    <div className={styles.box}>
      <h2>{t(`results.${kind}`)}</h2>
      <p className={styles.big}>
        <b>{grouped(seen.last)}</b> <span>{t('results.last', { before: grouped(seen.before), year: grouped(seen.year) })}</span>
      </p>
      <MonthBars values={seen.months} label={t('results.bars', { what: t(`results.${kind}`), n: seen.year })} large />
    </div>
  )
}

interface Rows {
  listings: FirmListing[]
  numbers: FirmNumbers
  inquiries: Record<string, ByLabel>
  /** the day from which a listing is about to end */
  soon: string
}

/** The technologies one by one: where each stands, until when, and what came of it. */
export function FirmListings({ listings, numbers, inquiries, soon }: Rows) {
  const { t } = useTranslation('tables')
  return (
    <table className={styles.listings}>
      <thead>
        <tr>
          {(['technology', 'state', 'validity', 'view', 'appearance', 'inquiries'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`results.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {listings.map((listing) => (
          <ListingRow key={listing.id} listing={listing} numbers={numbers.of[listing.id]} inquiries={inquiries[listing.id]} soon={soon} />
        ))}
      </tbody>
    </table>
  )
}

function ListingRow({ listing, numbers, inquiries, soon }: { listing: FirmListing; numbers: FirmNumbers['of'][string] | undefined; inquiries: ByLabel | undefined; soon: string }) {
  const { t, i18n } = useTranslation('tables')
  const locale = i18n.language as Locale
  const { id, standing, working, validUntil, verifiedOn, publicSince } = listing
  const asked = inquiries ? labels.filter((label) => inquiries[label] > 0) : []
  const ending = (standing === 'public' || standing === 'hidden') && validUntil !== null && validUntil <= soon
  return (
    <tr>
      <td>
        <a href={`/${locale}/account/technologies/${id}`} className={styles.name}>
          {listing.name.ja || listing.name.zh ? <Written text={named(listing.name, locale).text} /> : t('results.unnamed')}
        </a>
      </td>
      <td data-label={t('results.state')}>
        <strong className={styles[standing]}>{t(`results.standing.${standing}`)}</strong>
        {working && <small>{t(listing.signOffAsked ? 'results.working.signOff' : `results.working.${working}`)}</small>}
      </td>
      <td data-label={t('results.validity')}>
        {publicSince && <small>{t('results.since', { date: formatDate(publicSince, locale) })}</small>}
        {verifiedOn && <small>{t('results.verifiedOn', { date: formatDate(verifiedOn, locale) })}</small>}
        {validUntil && <small className={ending ? styles.ending : undefined}>{t('results.until', { date: formatDate(validUntil, locale) })}</small>}
        {ending && (
          <form method="post" action={`/${locale}/account/confirmation`}>
            <input type="hidden" name="technology" value={id} />
            <Button tone="quiet" size="small">
              {t('results.stillCorrect')}
            </Button>
          </form>
        )}
        {!publicSince && !validUntil && '—'}
      </td>
      {kinds.map((kind) => (
        <td key={kind} data-label={t(`results.${kind}`)}>
          {numbers ? (
            <div className={styles.seen}>
              <span>
                <b>{grouped(numbers[kind].last)}</b> <small>{t('results.lastShort', { before: grouped(numbers[kind].before), year: grouped(numbers[kind].year) })}</small>
              </span>
              <MonthBars values={numbers[kind].months} label={t('results.bars', { what: t(`results.${kind}`), n: numbers[kind].year })} />
            </div>
          ) : (
            '—'
          )}
        </td>
      ))}
      <td data-label={t('results.inquiries')}>
        {asked.length === 0
          ? '—'
          : asked.map((label) => (
              <small key={label}>
                {t(`results.label.${label}`)} <b>{inquiries![label]}</b>
              </small>
            ))}
      </td>
    </tr>
  )
}
