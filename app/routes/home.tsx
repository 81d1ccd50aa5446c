import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { readShelf } from '#app/features/catalogue/shelf.server.ts'
import { countPublishedCompanies } from '#app/features/catalogue/companies.server.ts'
import { countsByField, readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { FieldTree } from '#app/features/catalogue/ui/field-tree.tsx'
import { SearchBox } from '#app/features/catalogue/ui/search-box.tsx'
import { newestFeed } from '#app/features/outreach/feeds/head-links.ts'
import { headOf, organisation } from '#app/platform/head.ts'
import { i18nOf, isLocale } from '#app/platform/locale.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Wide } from '#app/ui/wide.tsx'
import styles from './home.module.css'

export async function loader({ params, context }: LoaderFunctionArgs) {
  context.share()
  localeOf(params)
  const [fields, counts, shelf, companies] = await Promise.all([readFields(db), countsByField(db), readShelf(db), countPublishedCompanies(db)])
  return { fields, counts: Object.fromEntries(counts), technologies: shelf.visible, companies }
}

export const meta: MetaFunction<typeof loader> = (asked) => {
  const { t } = i18nOf[isLocale(asked.params.locale) ? asked.params.locale : 'ja']
  return headOf(asked, { title: t('name'), description: t('catalogue:home.lead'), things: [organisation(asked, t('name'))], feeds: [newestFeed(isLocale(asked.params.locale) ? asked.params.locale : 'ja')] })
}

export const handle = { shared: meta }

export default function Home() {
  const { t, i18n } = useTranslation(['catalogue', 'needs'])
  const { fields, counts, technologies, companies } = useLoaderData<typeof loader>()
  return (
    <Wide>
      <section className={styles.hero}>
        <h1>{t('home.title')}</h1>
        <p className={styles.lead}>{t('home.lead')}</p>
        <SearchBox search={{}} hint />
        <dl className={styles.totals}>
          <div>
            <dt>{t('home.technologies')}</dt>
            <dd>{technologies}</dd>
          </div>
          <div>
            <dt>{t('home.companies')}</dt>
            <dd>{companies}</dd>
          </div>
        </dl>
      </section>
      <section>
        <h2>{t('home.fieldsTitle')}</h2>
        <FieldTree fields={fields} counts={counts} />
      </section>
      <section>
        <h2>{t('home.stepsTitle')}</h2>
        <ol className={styles.steps}>
          {(['1', '2', '3', '4'] as const).map((step) => (
            <li key={step}>{t(`home.steps.${step}`)}</li>
          ))}
        </ol>
      </section>
      <section className={styles.ask}>
        <h2>{t('home.askTitle')}</h2>
        <p>{t('home.askText')}</p>
        <p>
          <LinkButton href={`/${i18n.language}/needs/new`}>{t('home.ask')}</LinkButton>
        </p>
        <a href={`/${i18n.language}/needs`}>{t('needs:list.link')}</a>
      </section>
      <section>
        <h2>{t('home.firmsTitle')}</h2>
        <p>{t('home.firmsText')}</p>
        <LinkButton tone="quiet" href={`/${i18n.language}/join`}>
          {t('home.join')}
        </LinkButton>
      </section>
    </Wide>
  )
}
