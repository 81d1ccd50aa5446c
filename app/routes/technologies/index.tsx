import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { viewsOf } from '#app/features/catalogue/card-view.ts'
import { excerptsOf, searchTechnologies } from '#app/features/catalogue/data.server.ts'
import { filterView, neighboursOf } from '#app/features/catalogue/filtering.ts'
import { PAGE_SIZE, readSearch, writeSearch } from '#app/features/catalogue/form.ts'
import { drawOrder } from '#app/features/catalogue/ordering.ts'
import { rewordings } from '#app/features/catalogue/search/rewording.server.ts'
import { countsByField, readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { FieldRow, Filters } from '#app/features/catalogue/ui/filters.tsx'
import { NothingFound, ResultHead } from '#app/features/catalogue/ui/result-head.tsx'
import { SearchBox } from '#app/features/catalogue/ui/search-box.tsx'
import { TechnologyList } from '#app/features/catalogue/ui/technology-card.tsx'
import { noteZeroHit } from '#app/features/catalogue/zero-hits.server.ts'
import { newestFeed } from '#app/features/outreach/feeds/head-links.ts'
import { landingPath } from '#app/features/catalogue/landing-paths.ts'
import { headOf, shorten } from '#app/platform/head.ts'
import { i18nOf, isLocale } from '#app/platform/locale.ts'
import { localeOf, readCookie } from '#app/platform/request.server.ts'
import { Pager } from '#app/ui/pager.tsx'
import { Wide } from '#app/ui/wide.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const search = readSearch(new URL(request.url))
  const order = search.order ?? drawOrder()
  const asked = { q: search.q, filters: search, order, page: search.page, limit: PAGE_SIZE }
  const [found, fields] = await Promise.all([searchTechnologies(db, asked), readFields(db)])
  context.count({ kind: 'appearance', language: locale, subjects: found.items.map((item) => item.id) })
  context.share()
  // Filters may be the reason, and the office tries words out itself.
  const isPlain = !search.field && !search.stage && !search.mode && !search.region && !readCookie(request, 'session')
  if (found.total === 0 && search.q && isPlain) noteZeroHit(locale, search.q, request.headers.get('user-agent'))
  const excerpts = await excerptsOf(db, found, locale)
  const instead = search.q ? await rewordings(db, asked, found) : []
  return {
    cards: viewsOf(found.items, fields, locale),
    view: filterView(fields, found.counts, search, locale),
    neighbours: found.total === 0 ? neighboursOf(fields, await countsByField(db), search.field, locale) : [],
    found: { total: found.total, words: found.words, also: found.also, relaxed: found.relaxed, missing: found.missing },
    excerpts,
    instead,
    search: { ...search, order },
  }
}

export const meta: MetaFunction<typeof loader> = (asked) => {
  const locale = isLocale(asked.params.locale) ? asked.params.locale : 'ja'
  const { t } = i18nOf[locale]
  const { q, field } = asked.data?.search ?? {}
  const title = t('catalogue:list.title')
  return headOf(asked, {
    title: q ? `${shorten(q, 12)}｜${title}` : title,
    description: t('catalogue:home.lead'),
    unlisted: Boolean(q),
    feeds: [newestFeed(locale)],
    ...(field && asked.data?.cards.some((card) => card.name.lang === locale) ? { path: landingPath(locale, field) } : {}),
  })
}

export const handle = { shared: meta, query: ['q', 'field', 'stage', 'mode', 'region'] }

export default function Technologies() {
  const { t, i18n } = useTranslation(['catalogue', 'flyers'])
  const { cards, view, neighbours, found, excerpts, instead, search } = useLoaderData<typeof loader>()
  const pages = Math.ceil(found.total / PAGE_SIZE)
  const href = (page: number) => `/${i18n.language}/technologies${writeSearch({ ...search, page })}`
  return (
    <Wide>
      <h1 className="visually-hidden">{t('list.title')}</h1>
      <SearchBox search={search} />
      <FieldRow search={search} view={view} />
      <Filters search={search} view={view} />
      <ResultHead found={found} search={search} instead={instead} />
      {cards.length > 0 ? <TechnologyList cards={cards} words={found.words} excerpts={excerpts} /> : <NothingFound found={found} search={search} neighbours={neighbours} first={href(1)} />}
      <Pager page={search.page} pages={pages} href={href} />
      {search.field && found.total > 0 && (
        <p>
          <a href={`/${i18n.language}/fields/${search.field}/flyer`}>{t('flyers:page.link')}</a>
        </p>
      )}
    </Wide>
  )
}
