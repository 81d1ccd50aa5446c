import { TechnologyList } from '#app/features/catalogue/ui/technology-card.tsx'
import figures from '#app/features/catalogue/ui/figures.module.css'
import { LinkButton } from '#app/ui/button.tsx'
import { Wide } from '#app/ui/wide.tsx'
import type { Landing } from '../landing.server.ts'
import { landingPath, landingTitle } from '#app/features/catalogue/landing-paths.ts'
import { useLanding } from './use-landing.ts'
import styles from './landing-page.module.css'

/** What the catalogue has for a field, or for a field in one industry, told in its own words. */
export function LandingPage({ landing }: { landing: Landing }) {
  const { t, locale, words } = useLanding(landing)
  const { field, parent, industry, total, inChina, also, cards, problems, plants } = landing
  return (
    <Wide>
      <nav aria-label={t('trail')} className={styles.trail}>
        <a href={`/${locale}/fields`}>{t('fields')}</a>
        {parent && <a href={landingPath(locale, parent.id)}>{parent.name}</a>}
        {industry && <a href={landingPath(locale, field.id)}>{field.name}</a>}
      </nav>
      <h1>{landingTitle(locale, field.name, industry)}</h1>
      <p className={styles.lead}>
        {t(industry ? 'lead' : 'leadField', words)}
        {inChina > 0 && t('inChina', { n: inChina })}
      </p>
      {also.length > 0 && <p className={styles.also}>{t('also', { words: also.join('、') })}</p>}
      <p className={styles.ask}>
        <LinkButton href={`/${locale}/needs/new`}>{t('ask')}</LinkButton>
        <span>{t('how')}</span>
      </p>
      {!industry && <Industries landing={landing} />}
      <section className={styles.part}>
        <h2>{t('technologies', { n: total })}</h2>
        <TechnologyList cards={cards} />
        {total > cards.length && (
          <p>
            <a href={`/${locale}/technologies?field=${field.id}${industry ? `&q=${encodeURIComponent(t(`words.${industry}`))}` : ''}`}>{t('all', { n: total })}</a>
          </p>
        )}
      </section>
      {problems.length > 0 && (
        <section className={styles.part}>
          <h2>{t('problems')}</h2>
          <dl className={styles.problems}>
            {problems.map(({ slug, name, text }) => (
              <div key={slug}>
                <dd>{text}</dd>
                <dt>
                  <a href={`/${locale}/technologies/${slug}`}>{name}</a>
                </dt>
              </div>
            ))}
          </dl>
        </section>
      )}
      <FigureTable landing={landing} />
      {plants.length > 0 && (
        <section className={styles.part}>
          <h2>{t('plants')}</h2>
          <ul className={styles.plants}>
            {plants.map(({ slug, name, region, year, count, note }, at) => (
              <li key={at}>
                {[region && t(`catalogue:regions.${region}` as 'catalogue:regions.CN-BJ', { defaultValue: region }), year && t('year', { year }), count && t('count', { count })].filter(Boolean).join(' · ')}
                {note && <span> {note}</span>} <a href={`/${locale}/technologies/${slug}`}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {industry && <Industries landing={landing} />}
      <Neighbours landing={landing} />
    </Wide>
  )
}

function Industries({ landing: { field, industries, industry } }: { landing: Landing }) {
  const { t, locale } = useLanding()
  if (industries.length === 0) return null
  return (
    <section className={styles.part}>
      <h2>{t(industry ? 'otherIndustries' : 'industriesTitle')}</h2>
      <ul className={styles.links}>
        {industries.map(({ industry, n }) => (
          <li key={industry}>
            <a href={landingPath(locale, field.id, industry)}>
              {t(`industries.${industry}`)} <small>{n}</small>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Neighbours({ landing: { neighbours, industry } }: { landing: Landing }) {
  const { t, locale } = useLanding()
  if (neighbours.length === 0) return null
  return (
    <section className={styles.part}>
      <h2>{industry ? t('otherFields', { industry: t(`industries.${industry}`) }) : t('children')}</h2>
      <ul className={styles.links}>
        {neighbours.map(({ id, name, n }) => (
          <li key={id}>
            <a href={landingPath(locale, id, industry)}>
              {name} <small>{n}</small>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function FigureTable({ landing }: { landing: Landing }) {
  const { t, locale } = useLanding()
  if (landing.figures.length === 0) return null
  return (
    <section className={styles.part}>
      <h2>{t('figures')}</h2>
      <table className={figures.table}>
        <thead>
          <tr>
            <th scope="col">{t('figure')}</th>
            <th scope="col">{t('value')}</th>
            <th scope="col">{t('baseline')}</th>
            <th scope="col">{t('technology')}</th>
          </tr>
        </thead>
        <tbody>
          {landing.figures.map(({ slug, name, figure, value, baseline }, at) => (
            <tr key={at}>
              <th scope="row">{figure}</th>
              <td className={figures.value}>{value}</td>
              <td data-label={t('baseline')}>{baseline}</td>
              <td data-label={t('technology')}>
                <a href={`/${locale}/technologies/${slug}`}>{name}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
