import { useTranslation } from 'react-i18next'
import type { ListingContent } from '#db/schema/catalogue.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { formatDate, type Locale } from '#app/platform/locale.ts'
import { named, type Field } from '../naming.ts'
import { Figures } from './figures.tsx'
import { Evidence } from './evidence.tsx'
import { pictureOf } from '../card-view.ts'
import { industriesOf, saysMore } from '../industries.ts'
import { landingPath, landingTitle } from '../landing-paths.ts'
import { draftPlaces, publicPlaces } from '../files/sizes.ts'
import { Documents, Photograph, Photographs } from '../files/ui/shown-files.tsx'
import { foreign } from './technology-card.tsx'
import { Prose, Text } from './text.tsx'
import styles from './technology-page.module.css'

export interface TechnologyProps {
  technology: {
    id: string
    slug: string
    verifiedOn: string | null
    content: ListingContent
    company: { slug: string; name: { ja: string | null; zh: string | null }; prefecture: string | null; size: string | null }
  }
  fields: Field[]
  clipped: boolean
  /** its firm looks at a text that is not public yet: nothing can be asked */
  preview?: boolean
}

/** What a buyer needs to judge a technology, in the order of their questions; asking the office is always in reach. */
export function TechnologyPage({ technology, fields, clipped, preview }: TechnologyProps) {
  const { t, i18n } = useTranslation(['catalogue', 'flyers'])
  const locale = i18n.language as Locale
  const { content, company } = technology
  const name = named(content.name, locale)
  const firm = named(company.name, locale)
  const at = preview ? draftPlaces(locale, technology.id) : publicPlaces(technology.slug)
  const ask = `/${locale}/technologies/${technology.slug}/inquiry`
  return (
    <main id="main" className={styles.page}>
      <p className={styles.back}>
        <a href={`/${locale}/technologies`}>← {t('show.back')}</a>
      </p>
      <header className={styles.head}>
        <div>
          <h1 lang={foreign(name.lang, locale)}>{name.text}</h1>
          <p className={styles.firm}>
            <a href={`/${locale}/companies/${company.slug}`} lang={foreign(firm.lang, locale)}>
              {firm.text}
            </a>
          </p>
        </div>
        {content.images[0] ? (
          <Photograph image={content.images[0]} name={name.text} at={at} first />
        ) : (
          <img src={pictureOf(technology.id, content.fields)} alt={t('show.picture', { name: name.text })} width={400} height={300} className={styles.picture} />
        )}
      </header>
      {name.lang !== locale && <Notice tone="waiting">{t('show.onlyOtherPage')}</Notice>}
      {technology.id.startsWith('demo-') && <Notice>{t('show.demo')}</Notice>}
      <div className={styles.columns}>
        <article className={styles.story}>
          <p className={styles.summary}>
            <Text text={content.summary} />
          </p>
          <Prose title={t('show.problem')} text={content.problem} />
          <Figures content={content} />
          <Prose title={t('show.description')} text={content.description} fold />
          <Prose title={t('show.principle')} text={content.principle} />
          <Prose title={t('show.advantage')} text={content.advantage} />
          <Evidence content={content} />
          <Photographs images={content.images.slice(1)} name={name.text} at={at} />
          <Documents documents={content.documents} at={at} />
          <Cooperation content={content} />
        </article>
        <aside className={styles.aside} aria-label={t('show.atAGlance')}>
          <section>
            <h2>{t('show.atAGlance')}</h2>
            <dl>
              <Fact name={t('show.fields')}>
                {content.fields.map((id) => (
                  <a key={id} href={name.lang === locale ? landingPath(locale, id) : `/${locale}/technologies?field=${id}`} className={styles.field}>
                    {fields.find((field) => field.id === id)?.[locale] ?? id}
                  </a>
                ))}
              </Fact>
              {content.stage && <Fact name={t('show.stage')}>{t(`stages.${content.stage}`)}</Fact>}
              {content.cost && <Fact name={t('show.cost')}>{t(`costs.${content.cost}`)}</Fact>}
              {content.payback && <Fact name={t('show.payback')}>{t(`paybacks.${content.payback}`)}</Fact>}
              {content.ip && <Fact name={t('show.ip')}>{t(`ips.${content.ip}`)}</Fact>}
              <Fact name={t('show.exportControl')}>{t(`exportControls.${content.exportControl}`)}</Fact>
              {content.keywords[locale].length > 0 && <Fact name={t('show.keywords')}>{content.keywords[locale].join('、')}</Fact>}
              {name.lang === locale && <IndustryLinks content={content} fields={fields} />}
            </dl>
            <p className={styles.verified}>
              {technology.verifiedOn ? t('show.verifiedOn', { date: formatDate(technology.verifiedOn, locale) }) : t('show.unverified')}
            </p>
          </section>
          <p className={styles.how}>{t('show.how')}</p>
          {!preview && (
            <p>
              <a href={`/${locale}/technologies/${technology.slug}/flyer`}>{t('flyers:page.link')}</a>
            </p>
          )}
        </aside>
      </div>
      {!preview && (
        <div className={styles.bar}>
          <LinkButton href={ask}>{t('show.ask')}</LinkButton>
          <form method="post" action={`/${locale}/clips`}>
            <input type="hidden" name="add" value={technology.slug} />
            <input type="hidden" name="back" value={`/${locale}/technologies/${technology.slug}`} />
            {clipped ? (
              <LinkButton tone="quiet" href={`/${locale}/clips`}>
                ✓ {t('show.clipped')}
              </LinkButton>
            ) : (
              <Button tone="quiet">{t('show.clip')}</Button>
            )}
          </form>
        </div>
      )}
    </main>
  )
}

const MOST_INDUSTRY_LINKS = 6

/** Other technologies for the same plants. */
function IndustryLinks({ content, fields }: { content: ListingContent; fields: Field[] }) {
  const { t, i18n } = useTranslation('landing')
  const locale = i18n.language as Locale
  const links = industriesOf(content).flatMap((industry) => fields.filter(({ id }) => content.fields.includes(id) && saysMore(id, industry)).map((field) => ({ field, industry })))
  if (links.length === 0) return null
  return (
    <Fact name={t('more')}>
      {links.slice(0, MOST_INDUSTRY_LINKS).map(({ field, industry }) => (
        <a key={`${field.id} ${industry}`} href={landingPath(locale, field.id, industry)} className={styles.field}>
          {landingTitle(locale, field[locale], industry)}
        </a>
      ))}
    </Fact>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Cooperation({ content }: { content: ListingContent }) {
  const { t } = useTranslation('catalogue')
  if (content.cooperation.length === 0 && !content.partnerSought.ja && !content.partnerSought.zh) return null
  return (
    <section>
      <h2>{t('show.cooperate')}</h2>
      <dl className={styles.pairs}>
        {content.cooperation.length > 0 && <Fact name={t('show.modes')}>{content.cooperation.map((mode) => t(`modes.${mode}`)).join('、')}</Fact>}
        <Fact name={t('show.regions')}>
          {content.regions.length > 0 ? content.regions.map((code) => t(`regions.${code}` as 'regions.CN-BJ', { defaultValue: code })).join('、') : t('show.allRegions')}
        </Fact>
      </dl>
      <Prose title={t('show.partnerSought')} text={content.partnerSought} small />
      <Prose title={t('show.maintenance')} text={content.maintenance} small />
    </section>
  )
}
